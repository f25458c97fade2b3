package prongsai.browser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a browser saw on one page, at every width and in every setting: loading it is what takes the time, so that each
 * page is visited once and many tests look at the visit.
 *
 * @param violations of axe, with the setting in which each was found
 * @param sideways what sticks out of the window, with its width
 * @param torn words that stand in a column of their own instead of in their line, with its width
 * @param overlapping what lies over what it stands beside, with its width
 * @param smallTargets things to press that are too small for a finger
 * @param consoleErrors without the one that says that a missing page is missing
 * @param requests addresses asked for
 * @param injected what an injected script did in spite of the policy
 */
record Visit(
        List<String> violations,
        List<String> sideways,
        List<String> torn,
        List<String> overlapping,
        List<String> smallTargets,
        List<String> consoleErrors,
        List<String> requests,
        Object injected) {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    /** Taking them costs more than half as much again as all the rest. */
    private static final boolean PICTURES = Boolean.getBoolean("screenshots");

    private static final Map<PageType, Visit> VISITS = new ConcurrentHashMap<>();

    static Visit to(PageType page) {
        return VISITS.computeIfAbsent(page, Visit::visit);
    }

    private static Visit visit(PageType page) {
        Browser browser = Browser.get();
        browser.open(page.site(), page.path());
        browser.run("return document.fonts.ready.then(() => true)");
        List<String> errors = browser.consoleErrors().stream()
                .filter(m -> !(page.isMissing() && m.contains("status of 404") && m.contains("/" + page.path())))
                .toList();
        Visit visit = new Visit(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                errors,
                new ArrayList<>(),
                inject(browser));
        visit.desktop(browser, page);
        visit.tablet(browser, page);
        visit.phone(browser, page);
        visit.requests.addAll(browser.requests());
        return visit;
    }

    private void desktop(Browser browser, PageType page) {
        look(browser, page, 1280, "");
        note("at 1280", browser.axe());
        browser.run(PRESS, "[data-contrast-switch]");
        note("in high contrast", browser.axeOfColours());
        if (PICTURES) {
            browser.screenshot(file(page, "1280-contrast"));
        }
        browser.run(PRESS, "[data-contrast-switch]");
    }

    private void tablet(Browser browser, PageType page) {
        browser.window(768, 1024);
        look(browser, page, 768, "");
    }

    private void phone(Browser browser, PageType page) {
        browser.window(320, 640);
        look(browser, page, 320, "");
        smallTargets.addAll(browser.texts(SMALL_TARGETS));
        browser.run(PRESS, "[data-text-size=large]");
        look(browser, page, 320, "-large");
        note("in large letters at 320", browser.axe());
        browser.run(PRESS, "[data-text-size=normal]");
        browser.zoomedWindow(320, 200, 4);
        sideways(browser, "1280 at 400 %");
    }

    private void look(Browser browser, PageType page, int width, String setting) {
        sideways(browser, width + setting);
        browser.texts(TORN).forEach(e -> torn.add(width + setting + ": " + e));
        browser.texts(OVERLAPPING).forEach(e -> overlapping.add(width + setting + ": " + e));
        if (PICTURES) {
            browser.screenshot(file(page, width + setting));
        }
    }

    /** As a press of the button; a real press, which ReadersTest makes, takes the driver a tenth of a second. */
    private static final String PRESS = "document.querySelector(arguments[0]).click()";

    private static Path file(PageType page, String setting) {
        return SCREENSHOTS.resolve(page.site().name()).resolve(page.name() + "-" + setting + ".jpg");
    }

    private void note(String setting, List<String> found) {
        found.forEach(v -> violations.add(setting + ": " + v));
    }

    private void sideways(Browser browser, String setting) {
        browser.texts(SIDEWAYS).forEach(e -> sideways.add(setting + ": " + e));
    }

    /** The page is too wide if it can be moved sideways; then the innermost things that stick out are named. */
    private static final String SIDEWAYS = """
            const root = document.documentElement;
            if (root.scrollWidth <= root.clientWidth) return [];
            const out = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > root.clientWidth + 0.5);
            return ['page is ' + root.scrollWidth + ' wide'].concat(
                out.filter(e => !out.some(o => o !== e && e.contains(o))).slice(0, 5).map(e => e.outerHTML.slice(0, 120)));
            """;

    /** What a flex or grid container lays out by itself is no longer inline. */
    private static final String TORN = """
            return [...document.querySelectorAll('.one-word')]
                .filter(e => e.checkVisibility() && getComputedStyle(e).display !== 'inline')
                .map(e => e.parentElement.outerHTML.slice(0, 150));
            """;

    /** What a flex or grid container lays out side by side, as seen: a dotted line may be longer than its place. */
    private static final String OVERLAPPING = """
            const clipped = e => e !== null && (e.getBoundingClientRect().width <= 1 || clipped(e.parentElement));
            const rows = [...document.querySelectorAll('main *, footer *, header *')].filter(e => e.children.length > 1
                && /flex|grid/.test(getComputedStyle(e).display) && e.checkVisibility() && !clipped(e));
            const parts = e => [...e.children].filter(c => c.checkVisibility()
                && !/absolute|fixed/.test(getComputedStyle(c).position)).map(c => c.getBoundingClientRect());
            const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
                && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
            return rows.filter(e => { const p = parts(e); return p.some((a, i) => p.slice(i + 1).some(b => over(a, b))); })
                .slice(0, 5).map(e => e.outerHTML.slice(0, 150));
            """;

    /**
     * 44 pixels for what a phone's reader presses most; for the rest what WCAG 2.2 asks (2.5.8): 24 pixels, or as much
     * room around the middle, except for links within a text.
     */
    private static final String SMALL_TARGETS = """
            const shown = e => e.checkVisibility() && e.getClientRects().length > 0 && !e.classList.contains('skip');
            const inText = e => { const p = e.closest('p, li, td, dd, address, h2, h3, blockquote, span, figcaption, caption');
                return p && p.textContent.trim().length > e.textContent.trim().length; };
            const main = '.menu-button, .tools button, .menu a, .quick a, .pagination a';
            const all = [...document.querySelectorAll('a[href], button, input, summary')].filter(shown);
            const boxes = all.map(e => e.getBoundingClientRect());
            const near = (box, other) => {
                const x = box.x + box.width / 2, y = box.y + box.height / 2;
                const dx = Math.max(other.left - x, 0, x - other.right), dy = Math.max(other.top - y, 0, y - other.bottom);
                return Math.hypot(dx, dy) < 12;
            };
            return all.filter((e, i) => {
                const {width, height} = boxes[i];
                if (e.matches(main)) return height < 43.5;
                return (width < 24 || height < 24) && !inText(e) && boxes.some((o, j) => j !== i && near(boxes[i], o));
            }).map(e => e.outerHTML.slice(0, 150));
            """;

    /** Tries what an attacker would: an inline script and an event handler. Says what came of it. */
    private static Object inject(Browser browser) {
        browser.run("""
                const script = document.createElement('script');
                script.textContent = 'window.__injected = "script"';
                document.body.append(script);
                const button = document.createElement('button');
                button.setAttribute('onclick', 'window.__injected = "handler"');
                document.body.append(button);
                button.click();
                button.remove();
                script.remove();
                """);
        return browser.run("return window.__injected === undefined ? 'nothing' : window.__injected");
    }
}
