package prongsai.build;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import prongsai.check.Guard;
import prongsai.check.LinkChecker;
import prongsai.check.PageChecks;
import prongsai.check.PageFacts;
import prongsai.render.PageRenderer;
import prongsai.render.PageRenderer.Prepared;
import prongsai.render.RenderException;
import prongsai.site.OutputPath;
import prongsai.site.Page;
import prongsai.site.Site;
import prongsai.source.Problems;
import prongsai.source.Severity;

/**
 * The pages that somebody looks at in a preview, made before all others. One that cannot be shown by itself is left to the
 * whole build: where something is wrong with it, or it leads to what is not there yet.
 */
final class OpenPages {

    private final Site site;
    private final PageRenderer renderer;
    private final Guard guard;
    private final Set<String> there;

    /**
     * @param there the files that stand in the site and stay, and those that come with the pages
     */
    OpenPages(Site site, PageRenderer renderer, Guard guard, Set<String> there) {
        this.site = site;
        this.renderer = renderer;
        this.guard = guard;
        this.there = there;
    }

    /** The bytes of those that can be shown. */
    Map<OutputPath, byte[]> render(Set<OutputPath> open) {
        Map<OutputPath, byte[]> pages = new HashMap<>();
        for (Page page : site.pages()) {
            OutputPath path = new OutputPath(page.route().file());
            if (open.contains(path)) {
                html(page).ifPresent(html -> pages.put(path, html.getBytes(StandardCharsets.UTF_8)));
            }
        }
        return pages;
    }

    private Optional<String> html(Page page) {
        try {
            Prepared prepared = renderer.prepare(page);
            String html = prepared.render();
            boolean wrong = prepared.problems().stream().anyMatch(p -> p.severity() == Severity.ERROR);
            return wrong || !isWhole(page, html) ? Optional.empty() : Optional.of(html);
        } catch (RenderException e) {
            return Optional.empty();
        }
    }

    private boolean isWhole(Page page, String html) {
        PageChecks checks = new PageChecks(
                new LinkChecker(Pipeline.basePath(site), site.content().agency().source(), there::contains), guard);
        PageFacts facts = checks.look(html);
        checks.add(page.route(), facts, site.content().agency().source(), Map.of());
        Problems dead = new Problems();
        checks.links().check(Set.of(), dead);
        return facts.numbers().isEmpty() && !dead.hasErrors();
    }
}
