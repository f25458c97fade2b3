package prongsai.build;

import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import prongsai.check.external.LinkOutcome;
import prongsai.disclosure.DisclosureReport;
import prongsai.disclosure.Forecast;
import prongsai.disclosure.Stakes;
import prongsai.model.Agency;
import prongsai.site.Site;
import prongsai.source.ProblemCode;
import prongsai.source.Problems;
import prongsai.source.SourcePosition;
import prongsai.source.StableName;

/**
 * Does all that a build does but publish, and tells what the content discloses.
 *
 * <pre>{@code
 * CheckReport report = SiteCheck.run(new CheckOptions(inputs, Optional.empty(), Optional.empty()), Progress.NONE);
 * }</pre>
 */
public final class SiteCheck {

    private SiteCheck() {}

    /**
     * Reads, checks and renders; nothing is written.
     *
     * @throws BuildFailure for reasons outside the content
     * @throws InterruptedException when it is ended while other websites are asked
     */
    public static CheckReport run(CheckOptions options, Progress progress) throws BuildFailure, InterruptedException {
        Problems problems = new Problems();
        Pipeline pipeline = new Pipeline(options.inputs(), Memory.none(), progress, problems);
        Site site = pipeline.site(Pipeline.list(options.inputs(), problems), options.year());
        Rendering rendering = pipeline.rendering(site, Templates.of(options.inputs()));
        rendering.pages(PageSink.NONE);
        rendering.check();
        if (options.external().isPresent()) {
            progress.stage(Progress.Stage.ASKING);
            SortedMap<String, SourcePosition> links = rendering.externalLinks();
            SortedMap<String, LinkOutcome> outcomes = options.external().get().check(links.keySet(), progress::link);
            links.forEach((address, position) ->
                    report(address, Objects.requireNonNull(outcomes.get(address)), position, problems));
        }
        return report(site, options, problems);
    }

    private static void report(String address, LinkOutcome outcome, SourcePosition position, Problems problems) {
        LinkOutcome.End end = outcome.end();
        if (end instanceof LinkOutcome.Dead dead) {
            problems.add(ProblemCode.EXTERNAL_LINK_DEAD, position, address, StableName.of(dead.reason()), status(end));
        } else if (end instanceof LinkOutcome.Unsure unsure) {
            problems.add(
                    ProblemCode.EXTERNAL_LINK_UNSURE, position, address, StableName.of(unsure.reason()), status(end));
        } else if (outcome instanceof LinkOutcome.Moved moved) {
            problems.add(ProblemCode.EXTERNAL_LINK_MOVED, position, address, moved.to());
        }
    }

    private static String status(LinkOutcome.End end) {
        return end.status() == 0 ? "" : Integer.toString(end.status());
    }

    private static CheckReport report(Site site, CheckOptions options, Problems problems) {
        Agency agency = site.content().agency().record();
        Optional<DisclosureReport> disclosure = site.catalogues()
                .of(options.year().orElse(site.currentYear()))
                .map(c ->
                        DisclosureReport.of(site.content(), c, options.inputs().today()));
        return new CheckReport(
                problems.sorted(),
                agency.name(),
                agency.baseUrl(),
                disclosure
                        .filter(d -> site.reports().containsKey(d.catalogue().year()))
                        .isPresent(),
                disclosure,
                disclosure.flatMap(Forecast::of),
                disclosure.map(d -> Stakes.of(site.content(), d)).orElseGet(Stakes::none),
                site.catalogues().years());
    }
}
