package prongsai.check.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import prongsai.check.external.LinkOutcome.Dead;
import prongsai.check.external.LinkOutcome.Moved;
import prongsai.check.external.LinkOutcome.Reached;
import prongsai.check.external.LinkOutcome.Reason;
import prongsai.check.external.LinkOutcome.Unsure;

@Tag("alone")
@Timeout(60)
class ExternalLinksTest {

    private static final Instant NOW = Instant.parse("2026-01-05T02:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    Path folder;

    private LoopbackSite site;

    @BeforeEach
    void open() throws IOException {
        site = new LoopbackSite();
    }

    @AfterEach
    void close() throws IOException {
        site.close();
    }

    private static ExternalLinkOptions options(Instant now, Optional<Path> cache, int interval, int timeout) {
        return new ExternalLinkOptions(
                "Prongsai/test",
                () -> now,
                cache,
                4,
                Duration.ofMillis(interval),
                Duration.ofSeconds(5),
                Duration.ofMillis(timeout),
                Duration.ofMillis(10),
                Duration.ofSeconds(2),
                DAY,
                Optional.empty());
    }

    private static LinkOutcome check(ExternalLinkOptions options, String address) throws InterruptedException {
        return new ExternalLinks(options)
                .check(Set.of(address), (done, of) -> {})
                .get(address);
    }

    private LinkOutcome check(String path) throws InterruptedException {
        return check(options(NOW, Optional.empty(), 1, 10_000), site.address(path));
    }

    private LinkOutcome hasty(String path) throws InterruptedException {
        return check(options(NOW, Optional.empty(), 1, 300), site.address(path));
    }

    private LinkOutcome cached(String path, Instant now) throws InterruptedException {
        return check(options(now, Optional.of(folder.resolve("new")), 1, 10_000), site.address(path));
    }

    @Test
    void asksByHeadAlone() throws Exception {
        site.page("/a", 200);
        assertThat(check("/a")).isEqualTo(new Reached(200));
        assertThat(site.requests).containsExactly("HEAD /a");
        assertThat(site.headers).contains("User-Agent: Prongsai/test");
    }

    @Test
    void asksByGetWhereHeadIsNotAnsweredWell() throws Exception {
        for (int status : new int[] {400, 403, 404, 405, 500, 501}) {
            String path = "/" + status;
            site.page(path, (c, method, time) -> LoopbackSite.send(c, method.equals("HEAD") ? status : 200));
            assertThat(check(path)).isEqualTo(new Reached(200));
            assertThat(site.requests).endsWith("HEAD " + path, "GET " + path).hasSize(2);
            site.requests.clear();
        }
    }

    @Test
    void callsDeadOnlyWhatIsSurelyGone() throws Exception {
        site.page("/410", 410);
        site.page("/401", 401);
        site.page("/403", 403);
        site.page("/451", 451);
        site.page("/418", 418);
        site.page("/500", 500);
        assertThat(check("/404")).isEqualTo(new Dead(Reason.NOT_FOUND, 404));
        assertThat(check("/410")).isEqualTo(new Dead(Reason.GONE, 410));
        assertThat(check("/401")).isEqualTo(new Unsure(Reason.FORBIDDEN, 401));
        assertThat(check("/403")).isEqualTo(new Unsure(Reason.FORBIDDEN, 403));
        assertThat(check("/451")).isEqualTo(new Unsure(Reason.FORBIDDEN, 451));
        assertThat(check("/418")).isEqualTo(new Unsure(Reason.UNEXPECTED_STATUS, 418));
        assertThat(check("/500")).isEqualTo(new Unsure(Reason.SERVER_ERROR, 500));
        assertThat(site.requests).endsWith("HEAD /500", "GET /500", "GET /500");
    }

    @Test
    void triesOnceMoreWhatMayPass() throws Exception {
        site.page("/a", (c, method, time) -> LoopbackSite.send(c, time < 3 ? 500 : 200));
        assertThat(check("/a")).isEqualTo(new Reached(200));
    }

    @Test
    void waitsAsLongAsTheServerAsks() throws Exception {
        site.page("/a", (c, method, time) -> LoopbackSite.send(c, time < 2 ? 429 : 200, "Retry-After: 1"));
        assertThat(check("/a")).isEqualTo(new Reached(200));
        assertThat(site.nanos.get(1) - site.nanos.get(0)).isGreaterThanOrEqualTo(1_000_000_000L);
    }

    @Test
    void doesNotAskAgainAServerThatWantsALongRest() throws Exception {
        site.page("/a", 429, "Retry-After: 3600");
        assertThat(check("/a")).isEqualTo(new Unsure(Reason.TOO_MANY_REQUESTS, 429));
        site.page("/b", 503, "Retry-After: Mon, 05 Jan 2026 03:00:00 GMT");
        assertThat(check("/b")).isEqualTo(new Unsure(Reason.SERVER_ERROR, 503));
        assertThat(site.requests).containsExactly("HEAD /a", "HEAD /b");
    }

    @Test
    void endsWhatNeverEnds() throws Exception {
        site.page("/silent", (c, method, time) -> LoopbackSite.awaitHangUp(c));
        site.page("/head", (c, method, time) -> LoopbackSite.drip(c, "HTTP/1.1 200 x\r\nX: "));
        assertThat(hasty("/silent")).isEqualTo(new Unsure(Reason.TIMED_OUT, 0));
        assertThat(hasty("/head")).isEqualTo(new Unsure(Reason.TIMED_OUT, 0));
    }

    @Test
    void doesNotWaitForABody() throws Exception {
        CountDownLatch hungUp = new CountDownLatch(1);
        site.page("/a", (c, method, time) -> {
            if (method.equals("HEAD")) {
                LoopbackSite.send(c, 405);
                return;
            }
            try {
                LoopbackSite.drip(c, "HTTP/1.1 200 x\r\nContent-Length: 100000000\r\n\r\n");
            } finally {
                hungUp.countDown();
            }
        });
        assertThat(check("/a")).isEqualTo(new Reached(200));
        hungUp.await();
    }

    @Test
    void stopsAskingAServerThatStaysSilent() throws Exception {
        Set<String> addresses = new TreeSet<>();
        for (int i = 0; i < 20; i++) {
            site.page("/" + i, (c, method, time) -> LoopbackSite.awaitHangUp(c));
            addresses.add(site.address("/" + i));
        }
        var outcomes = new ExternalLinks(options(NOW, Optional.empty(), 1, 200)).check(addresses, (done, of) -> {});
        assertThat(outcomes.values())
                .hasSize(20)
                .contains(new Unsure(Reason.TIMED_OUT, 0), new Unsure(Reason.SERVER_SILENT, 0));
        assertThat(site.requests).hasSizeLessThanOrEqualTo(16);
    }

    @Test
    void isUnsureWhereTheServerHangsUpOrTalksNonsense() throws Exception {
        site.page("/reset", (c, method, time) -> {
            c.getOutputStream().write("HTTP/1.1 200 x\r\nContent-".getBytes());
            c.setSoLinger(true, 0);
        });
        site.page("/close", (c, method, time) -> {});
        site.page("/nonsense", (c, method, time) -> c.getOutputStream().write("hello\r\n\r\n".getBytes()));
        assertThat(check("/reset")).isEqualTo(new Unsure(Reason.CONNECTION_LOST, 0));
        assertThat(check("/close")).isEqualTo(new Unsure(Reason.CONNECTION_LOST, 0));
        assertThat(check("/nonsense")).isIn(new Unsure(Reason.BAD_ANSWER, 0), new Unsure(Reason.CONNECTION_LOST, 0));
    }

    @Test
    void survivesEndlessHeaders() throws Exception {
        site.page("/a", (c, method, time) -> {
            byte[] line = ("X: " + "x".repeat(8000) + "\r\n").getBytes();
            c.getOutputStream().write("HTTP/1.1 200 x\r\n".getBytes());
            for (int i = 0; i < 2000; i++) {
                c.getOutputStream().write(line);
            }
            LoopbackSite.awaitHangUp(c);
        });
        assertThat(hasty("/a")).isInstanceOf(Unsure.class);
    }

    @Test
    void knowsRefusedFromUnknown() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        var options = options(NOW, Optional.empty(), 1, 10_000);
        assertThat(check(options, "http://127.0.0.1:" + free + "/")).isEqualTo(new Dead(Reason.REFUSED, 0));
        assertThat(check(options, "http://no-such-host.invalid/")).isEqualTo(new Dead(Reason.UNKNOWN_HOST, 0));
    }

    @Test
    void followsRedirectsToTheirEnd() throws Exception {
        site.page("/end", 200);
        site.page("/301", 301, "Location: " + site.address("/end"));
        site.page("/302", 302, "Location: end");
        site.page("/mixed", 308, "Location: /302");
        site.page("/gone", 301, "Location: /none");
        site.page("/host", 301, "Location: http://localhost:" + site.port() + "/end#x");
        site.page("/ข่าว", 200);
        URI end = URI.create(site.address("/end"));
        assertThat(check("/301")).isEqualTo(new Moved(end, true, new Reached(200)));
        assertThat(check("/302")).isEqualTo(new Moved(end, false, new Reached(200)));
        assertThat(check("/mixed")).isEqualTo(new Moved(end, false, new Reached(200)));
        assertThat(check("/gone"))
                .isEqualTo(new Moved(URI.create(site.address("/none")), true, new Dead(Reason.NOT_FOUND, 404)));
        assertThat(check("/host"))
                .isEqualTo(new Moved(URI.create("http://localhost:" + site.port() + "/end"), true, new Reached(200)));
    }

    @Test
    void comesOutOfLoops() throws Exception {
        site.page("/a", 302, "Location: /b");
        site.page("/b", 302, "Location: /a");
        site.page("/cookie", 302, "Location: /cookie", "Set-Cookie: a=b");
        assertThat(check("/a")).isEqualTo(new Dead(Reason.REDIRECT_LOOP, 302));
        assertThat(check("/cookie")).isEqualTo(new Unsure(Reason.REDIRECT_LOOP, 302));
        for (int i = 0; i < 9; i++) {
            site.page("/r" + i, 302, "Location: /r" + (i + 1));
        }
        assertThat(check("/r0")).isEqualTo(new Unsure(Reason.TOO_MANY_REDIRECTS, 302));
        assertThat(site.requests).contains("HEAD /r5").doesNotContain("HEAD /r6");
        assertThat(site.headers).noneMatch(h -> h.startsWith("Cookie"));
    }

    @Test
    void doesNotFollowRedirectsOutOfTheWeb() throws Exception {
        for (String location : List.of(
                "file:///etc/passwd",
                "http://user:pw@127.0.0.1/",
                "http://[bad",
                "http://a b/",
                "/" + "x".repeat(9000))) {
            site.page("/a", 302, "Location: " + location);
            assertThat(check("/a")).as(location).isEqualTo(new Unsure(Reason.BAD_REDIRECT, 302));
        }
        site.page("/control", 302, "Location: /a\u001b[31m\u0007");
        assertThat(check("/control")).isInstanceOf(Unsure.class);
    }

    @Test
    void asksFewAtOnce() throws Exception {
        Set<String> addresses = new TreeSet<>();
        for (int i = 0; i < 24; i++) {
            site.page("/" + i, (c, method, time) -> {
                Thread.sleep(30);
                LoopbackSite.send(c, 200);
            });
            addresses.add(site.address("/" + i));
        }
        List<String> progress = new ArrayList<>();
        new ExternalLinks(options(NOW, Optional.empty(), 1, 10_000))
                .check(addresses, (done, of) -> progress.add(done + "/" + of));
        assertThat(progress).hasSize(24).startsWith("1/24", "2/24").endsWith("24/24");
        assertThat(site.mostOpen.get()).isBetween(2, 4);
    }

    @Test
    void leavesAServerAnIntervalBetweenRequests() throws Exception {
        Set<String> addresses = new TreeSet<>();
        for (int i = 0; i < 6; i++) {
            site.page("/" + i, 200);
            addresses.add(site.address("/" + i));
        }
        new ExternalLinks(options(NOW, Optional.empty(), 150, 10_000)).check(addresses, (done, of) -> {});
        assertThat(site.nanos).hasSize(6);
        for (int i = 1; i < 6; i++) {
            assertThat(site.nanos.get(i) - site.nanos.get(i - 1)).isGreaterThanOrEqualTo(150_000_000L);
        }
    }

    @Test
    void asksOnceForAddressesThatDifferInTheFragment() throws Exception {
        site.page("/a", 200);
        var outcomes = new ExternalLinks(options(NOW, Optional.empty(), 1, 10_000))
                .check(Set.of(site.address("/a#x"), site.address("/a#y"), "http://u:p@h/"), (done, of) -> {});
        assertThat(outcomes.toString())
                .isEqualTo("{%s=Reached[status=200], %s=Reached[status=200], %s=Dead[reason=BAD_ADDRESS, status=0]}"
                        .formatted(site.address("/a#x"), site.address("/a#y"), "http://u:p@h/"));
        assertThat(site.requests).containsExactly("HEAD /a");
    }

    @Test
    void asksNothingTwiceInADay() throws Exception {
        site.page("/b", 200);
        site.page("/a", 301, "Location: /b");
        LinkOutcome first = cached("/a", NOW);
        assertThat(cached("/a", NOW.plus(DAY).minusSeconds(1))).isEqualTo(first);
        assertThat(site.requests).hasSize(2);
        assertThat(folder.resolve("new").resolve("links.tsv"))
                .hasContent("prongsai-links 1\n%d\tREACHED\t-\t200\t%s\tpermanent\t%s\n"
                        .formatted(NOW.getEpochSecond(), site.address("/a"), site.address("/b")));
        cached("/a", NOW.plus(DAY));
        assertThat(site.requests).hasSize(4);
        cached("/a", NOW);
        assertThat(site.requests).as("kept from the future").hasSize(6);
    }

    @Test
    void doesNotKeepWhatMayPass() throws Exception {
        site.page("/500", 500);
        cached("/500", NOW);
        cached("/500", NOW);
        assertThat(site.requests).hasSize(6);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void asksAgainWhereTheCacheIsDamaged() throws Exception {
        site.page("/a", 200);
        Path file = Files.createDirectory(folder.resolve("new")).resolve("links.tsv");
        String line = NOW.getEpochSecond() + "\tDEAD\tNOT_FOUND\t404\t" + site.address("/a");
        for (String text : List.of(
                "",
                "\0\0\0",
                "{}",
                "other 1\n" + line,
                "prongsai-links 1\n" + line.replace("404", "x"),
                "prongsai-links 1\n" + line.replace("NOT_FOUND", "NONE"),
                "prongsai-links 1\n" + line + "#x")) {
            Files.writeString(file, text);
            assertThat(cached("/a", NOW)).as(text).isEqualTo(new Reached(200));
        }
        Files.writeString(file, "prongsai-links 1\n" + line);
        assertThat(cached("/a", NOW)).isEqualTo(new Dead(Reason.NOT_FOUND, 404));
    }

    @Test
    void doesWithoutAFolderThatCannotBeMade() throws Exception {
        site.page("/a", 200);
        Files.writeString(folder.resolve("new"), "a file");
        assertThat(cached("/a", NOW)).isEqualTo(new Reached(200));
    }

    @Test
    void endsSoonWhenInterrupted() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        site.page("/a", (c, method, time) -> {
            asked.countDown();
            LoopbackSite.awaitHangUp(c);
        });
        AtomicReference<Object> end = new AtomicReference<>();
        Thread thread = new Thread(() -> {
            try {
                end.set(check("/a"));
            } catch (InterruptedException e) {
                end.set("interrupted");
            }
        });
        thread.start();
        asked.await();
        long before = System.nanoTime();
        thread.interrupt();
        thread.join();
        assertThat(end.get()).isEqualTo("interrupted");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(4));
        assertThat(threadsLeft()).isEmpty();
    }

    @Test
    void leavesNoThreadBehind() throws Exception {
        site.page("/a", 200);
        check("/a");
        assertThat(threadsLeft()).isEmpty();
    }

    /** A thread that has done its work needs a moment to end. */
    private static List<String> threadsLeft() throws InterruptedException {
        for (int look = 0; look < 100 && !threads().isEmpty(); look++) {
            Thread.sleep(20);
        }
        return threads();
    }

    private static List<String> threads() {
        Thread[] all = new Thread[1000];
        return Arrays.stream(all, 0, Thread.enumerate(all))
                .filter(t -> t.getThreadGroup() != null
                        && t.getThreadGroup().getName().equals("external-links"))
                .map(Thread::getName)
                .toList();
    }

    @Test
    void endsWhereTheListenerFails() {
        site.page("/a", 200);
        assertThatThrownBy(() -> new ExternalLinks(options(NOW, Optional.empty(), 1, 10_000))
                        .check(Set.of(site.address("/a")), (done, of) -> {
                            throw new IllegalArgumentException("of the listener");
                        }))
                .hasRootCauseMessage("of the listener");
    }

    @Test
    void asksForThaiPathsInUtf8() throws Exception {
        site.page("/%E0%B8%82%20%7C?q=%E0%B8%81", 200);
        assertThat(check("/ข |?q=ก")).isEqualTo(new Reached(200));
        site.page("/to", 302, "Location: /ข |?q=ก");
        assertThat(check("/to").end()).isEqualTo(new Reached(200));
    }
}
