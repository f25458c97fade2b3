package prongsai.build;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ForkJoinTask;
import prongsai.content.Content;
import prongsai.content.ContentReader;
import prongsai.content.ContentTree;
import prongsai.content.Entry;
import prongsai.disclosure.Catalogues;
import prongsai.disclosure.ContentChecks;
import prongsai.model.Agency;
import prongsai.model.FiscalYear;
import prongsai.render.Accent;
import prongsai.site.Site;
import prongsai.source.ProblemCode;
import prongsai.source.Problems;

/** The stages that a build and a check have in common: files become content, content a site, and the site pages. */
final class Pipeline {

    /** The least contrast of text to its background by WCAG 2.2 level AA. */
    private static final double READABLE = 4.5;

    private final Inputs inputs;
    private final Memory memory;
    private final Progress progress;
    private final Problems problems;

    Pipeline(Inputs inputs, Memory memory, Progress progress, Problems problems) {
        this.inputs = inputs;
        this.memory = memory;
        this.progress = progress;
        this.problems = problems;
    }

    /** Lists the content, as every build begins. */
    static ContentTree list(Inputs inputs, Problems problems) throws BuildFailure {
        try {
            return ContentTree.list(inputs.content(), inputs.contentName(), problems);
        } catch (IOException e) {
            throw BuildFailure.of(BuildFailure.Reason.CONTENT_UNREADABLE, inputs.contentName(), e);
        }
    }

    /**
     * Reads and checks the content.
     *
     * @param listed what {@link #list} found
     * @param year whose items are looked for; the current one where absent
     */
    Site site(ContentTree listed, Optional<FiscalYear> year) throws BuildFailure {
        progress.stage(Progress.Stage.READING);
        Content content = read(listed);
        progress.stage(Progress.Stage.CHECKING);
        Catalogues catalogues = Catalogues.of(content, problems);
        FiscalYear checked = year.orElseGet(() -> Site.currentYear(content, inputs.today()));
        // Neither needs what the other finds, and of many records both take long.
        ForkJoinTask<?> checks = ForkJoinTask.adapt(
                        () -> ContentChecks.check(content, catalogues, checked, inputs.today(), problems))
                .fork();
        Site site = Site.of(content, catalogues, inputs.today());
        checks.join();
        checkColour(content.agency());
        return site;
    }

    private Content read(ContentTree listed) throws BuildFailure {
        try {
            return ContentReader.read(listed, memory.read(), problems);
        } catch (IOException e) {
            throw BuildFailure.of(BuildFailure.Reason.CONTENT_UNREADABLE, inputs.contentName(), e);
        }
    }

    /** White text stands on the agency's colour, and text in it on white. */
    private void checkColour(Entry<Agency> agency) {
        String colour = agency.record().colour();
        double contrast = Accent.of(colour).contrastOnWhite();
        if (contrast < READABLE) {
            BigDecimal shown = BigDecimal.valueOf(contrast).setScale(2, RoundingMode.DOWN);
            problems.add(ProblemCode.LOW_CONTRAST, agency.at("/colour"), colour, shown);
        }
    }

    Rendering rendering(Site site, Templates templates) throws BuildFailure {
        progress.stage(Progress.Stage.RENDERING);
        try {
            return new Rendering(site, inputs, templates, memory, progress, problems);
        } catch (IOException e) {
            throw BuildFailure.of(
                    BuildFailure.Reason.FILE_UNREADABLE,
                    inputs.templates().map(Path::toString).orElse("templates"),
                    e);
        }
    }

    static String basePath(Site site) {
        return site.content().agency().record().baseUrl().getRawPath();
    }
}
