package prongsai.build;

import java.util.Optional;
import prongsai.disclosure.DisclosureReport;
import prongsai.disclosure.Forecast;
import prongsai.disclosure.Stakes;
import prongsai.model.Agency;
import prongsai.site.Site;
import prongsai.source.Problems;

/**
 * Does all that a build does but publish, and tells what the content discloses.
 *
 * <pre>{@code
 * CheckReport report = SiteCheck.run(new CheckOptions(inputs, Optional.empty()), Progress.NONE);
 * }</pre>
 */
public final class SiteCheck {

    private SiteCheck() {}

    /**
     * Reads, checks and renders; nothing is written.
     *
     * @throws BuildFailure for reasons outside the content
     */
    public static CheckReport run(CheckOptions options, Progress progress) throws BuildFailure {
        Problems problems = new Problems();
        Pipeline pipeline = new Pipeline(options.inputs(), progress, problems);
        Site site = pipeline.site(options.year());
        Rendering rendering = pipeline.rendering(site);
        rendering.pages(PageSink.NONE);
        rendering.check();
        return report(site, options, problems);
    }

    private static CheckReport report(Site site, CheckOptions options, Problems problems) {
        Agency agency = site.content().agency().record();
        Optional<DisclosureReport> disclosure = options.year()
                .or(() -> Optional.of(site.currentYear()))
                .flatMap(site.catalogues()::of)
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
