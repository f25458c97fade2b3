package prongsai.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.json.Json;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The one Chromium that all tests share, and what a reader does with it. */
final class Browser {

    private static final String HINT =
            "On Debian and Ubuntu: apt-get install chromium chromium-driver, or run ./verify, "
                    + "or name them in CHROME_BIN and CHROMEDRIVER.";
    private static final Duration SCRIPT_LIMIT = Duration.ofSeconds(60);

    private static Optional<Browser> started = Optional.empty();

    private final ChromeDriver driver;
    private final Map<TestSite, SiteServer> servers = new ConcurrentHashMap<>();
    private final String axe;

    private Browser(ChromeDriver driver, String axe) {
        this.driver = driver;
        this.axe = axe;
    }

    /** The browser, started by whoever asks first; where there is none, the test is passed over or fails. */
    static synchronized Browser get() {
        if (started.isEmpty()) {
            started = Optional.of(start());
        }
        return started.get();
    }

    private static Browser start() {
        Path chrome = Needs.program("CHROME_BIN", List.of("/usr/bin/chromium", "/usr/bin/google-chrome"), HINT);
        Path driver = Needs.program("CHROMEDRIVER", List.of("/usr/bin/chromedriver"), HINT);
        Path axe = Needs.file(Path.of("node_modules/axe-core/axe.min.js"), "Run: npm ci, or ./verify.");
        // Selenium would otherwise ask a server about the newest browser.
        System.setProperty("SE_OFFLINE", "true");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        try {
            Path profile = Files.createTempDirectory("prongsai-browser");
            ChromeOptions options = new ChromeOptions();
            options.setBinary(chrome.toFile());
            options.addArguments("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run");
            options.addArguments("--disable-background-networking", "--disable-component-update", "--disable-sync");
            options.addArguments("--disable-dev-shm-usage", "--hide-scrollbars", "--user-data-dir=" + profile);
            options.setCapability("goog:loggingPrefs", logs);
            options.setExperimentalOption("perfLoggingPrefs", Map.of("enableNetwork", true, "enablePage", false));
            ChromeDriverService service = new ChromeDriverService.Builder()
                    .usingDriverExecutable(driver.toFile())
                    .withLogFile(devNull())
                    .build();
            ChromeDriver chromium = new ChromeDriver(service, options);
            chromium.manage().timeouts().scriptTimeout(SCRIPT_LIMIT);
            Runtime.getRuntime().addShutdownHook(new Thread(chromium::quit));
            return new Browser(chromium, Files.readString(axe));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static File devNull() {
        return new File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
    }

    /** Shows a page as a new reader sees it: nothing remembered, the window 1280 wide, scripts running. */
    void open(TestSite site, String page) {
        scripts(true);
        window(1280, 800);
        Map<String, Object> what = Map.of("origin", origin(site), "storageTypes", "local_storage");
        driver.executeCdpCommand("Storage.clearDataForOrigin", what);
        follow(site, page);
    }

    /** Goes on to another page of the same site; what was chosen before stays remembered. */
    void follow(TestSite site, String page) {
        drain();
        driver.get(address(site, page));
    }

    /** Shows a page of some other server, as a new reader sees it. */
    void open(String address) {
        scripts(true);
        window(1280, 800);
        drain();
        driver.get(address);
    }

    /** Waits until a script says yes, across loads of the page, but not for ever. */
    void await(String condition, Object... arguments) {
        new WebDriverWait(driver, SCRIPT_LIMIT)
                .ignoring(JavascriptException.class)
                .withMessage(condition)
                .until(d -> Boolean.TRUE.equals(run(condition, arguments)));
    }

    String address(TestSite site, String page) {
        return origin(site) + site.base() + page;
    }

    private String origin(TestSite site) {
        return servers.computeIfAbsent(site, SiteServer::start).origin();
    }

    /** Sizes of the page, in CSS pixels. */
    void window(int width, int height) {
        zoomedWindow(width, height, 1);
    }

    /** As a window that many times as large looks when zoomed in. */
    void zoomedWindow(int width, int height, int zoom) {
        Map<String, Object> metrics =
                Map.of("width", width, "height", height, "deviceScaleFactor", zoom, "mobile", false);
        driver.executeCdpCommand("Emulation.setDeviceMetricsOverride", metrics);
    }

    /** Whether scripts of pages run; from the next page on. */
    void scripts(boolean run) {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !run));
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** A script's list of texts. */
    List<String> texts(String script, Object... arguments) {
        return ((List<?>) run(script, arguments)).stream().map(String::valueOf).toList();
    }

    /** The list of texts that a script gives to its last argument, a function, when it is done. */
    List<String> asyncTexts(String script, Object... arguments) {
        return ((List<?>) driver.executeAsyncScript(script, arguments))
                .stream().map(String::valueOf).toList();
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    List<WebElement> findAll(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    void press(Keys key) {
        new Actions(driver).sendKeys(key).perform();
    }

    void pressWithShift(Keys key) {
        new Actions(driver).keyDown(Keys.SHIFT).sendKeys(key).keyUp(Keys.SHIFT).perform();
    }

    /** What a reader saw while a page was shown: when the largest thing stood there, and what moved. */
    record Painting(double largestAfterMillis, double shift, List<String> moved) {}

    /**
     * Shows a page as a new reader sees it on a cheap phone and a slow line: Lighthouse's slow 4G (150 ms there and back,
     * 1.6 Mbit/s) and a processor a quarter as fast as this one.
     */
    Painting paintSlowly(TestSite site, String page) {
        Map<String, Object> slow =
                Map.of("offline", false, "latency", 150, "downloadThroughput", 200_000, "uploadThroughput", 94_000);
        Map<String, Object> usual =
                Map.of("offline", false, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1);
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand("Network.setCacheDisabled", Map.of("cacheDisabled", true));
        open("about:blank");
        window(412, 823);
        driver.executeCdpCommand("Network.emulateNetworkConditions", slow);
        driver.executeCdpCommand("Emulation.setCPUThrottlingRate", Map.of("rate", 4));
        try {
            follow(site, page);
            return painting();
        } finally {
            driver.executeCdpCommand("Emulation.setCPUThrottlingRate", Map.of("rate", 1));
            driver.executeCdpCommand("Network.emulateNetworkConditions", usual);
            driver.executeCdpCommand("Network.setCacheDisabled", Map.of("cacheDisabled", false));
        }
    }

    /**
     * Opens a page that comes in parts, each of them painted before the next.
     *
     * @param width of the window, in pixels
     * @param parts how many, at most; fewer where a page has fewer elements
     */
    Painting paintInParts(TestSite site, String page, int width, int parts) {
        open("about:blank");
        window(width, 823);
        follow(site, page + "?" + SiteServer.IN_PARTS + parts);
        return painting();
    }

    private Painting painting() {
        Map<?, ?> seen = (Map<?, ?>) driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                let largest = 0, shift = 0;
                const moved = [];
                const place = r => [r.x, r.y, r.width, r.height].join(' ');
                const watch = (type, each) =>
                    new PerformanceObserver(list => list.getEntries().forEach(each)).observe({type, buffered: true});
                watch('largest-contentful-paint', e => largest = e.startTime);
                watch('layout-shift', e => {
                    shift += e.value;
                    e.sources.forEach(s => moved.push(place(s.previousRect) + ' to ' + place(s.currentRect) + ' after '
                        + Math.round(e.startTime) + ' ms: ' + (s.node ? s.node.outerHTML || s.node.data : '').slice(0, 120)));
                });
                document.fonts.ready.then(() => setTimeout(() => done({largest, shift, moved}), 300));
                """);
        List<String> moved =
                ((List<?>) seen.get("moved")).stream().map(String::valueOf).toList();
        return new Painting(number(seen.get("largest")), number(seen.get("shift")), moved);
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    String title() {
        return driver.getTitle();
    }

    /** What axe finds against WCAG 2.2 AA and good practice, each as {@code rule: element}. */
    List<String> axe() {
        return axe(Map.of(
                "type",
                "tag",
                "values",
                List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")));
    }

    /** What axe finds where colours alone have changed. */
    List<String> axeOfColours() {
        return axe(Map.of("type", "rule", "values", List.of("color-contrast", "link-in-text-block")));
    }

    private List<String> axe(Map<String, Object> rules) {
        if (!Boolean.TRUE.equals(run("return typeof axe === 'object'"))) {
            run(axe);
        }
        Object found = driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run(document, {runOnly: arguments[0], resultTypes: ['violations'], preload: false})
                   .then(r => done(r.violations.flatMap(v => v.nodes.map(
                       n => v.id + ': ' + n.html.slice(0, 150) + ' | ' + n.any.concat(n.all, n.none).map(c => c.message).join('; ')))))
                   .catch(e => done(['axe failed: ' + e]));
                """, rules);
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    /** Errors that the console holds since the last look. */
    List<String> consoleErrors() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(entry -> entry.getMessage())
                .toList();
    }

    /** The addresses asked for since the last look, whether or not an answer came. */
    List<String> requests() {
        List<String> urls = new ArrayList<>();
        Json json = new Json();
        driver.manage().logs().get(LogType.PERFORMANCE).getAll().forEach(entry -> {
            Map<?, ?> message = (Map<?, ?>) ((Map<?, ?>) json.toType(entry.getMessage(), Json.MAP_TYPE)).get("message");
            if ("Network.requestWillBeSent".equals(message.get("method"))) {
                Map<?, ?> request = (Map<?, ?>) ((Map<?, ?>) message.get("params")).get("request");
                urls.add(String.valueOf(request.get("url")));
            }
        });
        return urls;
    }

    private void drain() {
        driver.manage().logs().get(LogType.BROWSER);
        driver.manage().logs().get(LogType.PERFORMANCE);
    }

    /** The whole page as it looks now. */
    void screenshot(Path file) {
        Map<String, Object> how =
                Map.of("format", "jpeg", "quality", 75, "captureBeyondViewport", true, "clip", pageSize());
        write(file, driver.executeCdpCommand("Page.captureScreenshot", how).get("data"));
    }

    /** What the window shows, with what stands fixed in it. */
    void screenshotOfWindow(Path file) {
        write(
                file,
                driver.executeCdpCommand("Page.captureScreenshot", Map.of("format", "png"))
                        .get("data"));
    }

    private Map<String, Object> pageSize() {
        long width = (Long) run("return document.documentElement.clientWidth");
        // A very long page is cut: what lies below looks like what lies above.
        long height = Math.min(6000L, (Long) run("return document.documentElement.scrollHeight"));
        return Map.of("x", 0, "y", 0, "width", width, "height", height, "scale", 1);
    }

    /** The page as printed on the paper that its style asks for. */
    void print(Path file) {
        Map<String, Object> how = Map.of("preferCSSPageSize", true, "printBackground", false);
        write(file, driver.executeCdpCommand("Page.printToPDF", how).get("data"));
    }

    private static void write(Path file, Object base64) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, Base64.getDecoder().decode(String.valueOf(base64).getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
