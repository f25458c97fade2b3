package prongsai.deploy.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import prongsai.deploy.web.WebAnswer.Failure;
import prongsai.deploy.web.WebAnswer.Response;
import prongsai.deploy.web.WebFinding.Kind;
import prongsai.model.WebServer;
import prongsai.site.ContentTypes;
import prongsai.site.Fingerprint;
import prongsai.site.OutputPath;

/**
 * Asks for a published site as a visitor does, and compares what comes with what was published.
 *
 * <pre>{@code
 * WebReport report = WebCheck.run(
 *         WebCheckOptions.usual(base, manifest, uploaded, false, "prongsai/1.0"), WebCheck.Progress.NONE);
 * }</pre>
 */
public final class WebCheck {

    /** As many unanswered requests say that the server will answer no more. */
    private static final int MOST_FAILURES = 8;

    private final WebCheckOptions options;
    private final Progress progress;
    private final List<OutputPath> files;
    private final Map<OutputPath, Response> answers = new LinkedHashMap<>();
    private final List<WebFinding> findings = new ArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();

    /** Hears how far the check is. */
    @FunctionalInterface
    public interface Progress {
        Progress NONE = (asked, files) -> {};

        /** Called by any thread, one at a time. */
        void asked(int asked, int files);
    }

    private WebCheck(WebCheckOptions options, Progress progress) {
        this.options = options;
        this.progress = progress;
        this.files = new WebSample(options).files();
    }

    /**
     * Asks for the files, then looks at how they are served. Whatever the server does is a finding.
     *
     * @throws InterruptedException when this thread is told to end
     */
    public static WebReport run(WebCheckOptions options, Progress progress) throws InterruptedException {
        ExecutorService pool = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "web-check");
            thread.setDaemon(true);
            return thread;
        });
        try {
            return new WebCheck(options, progress).run(new WebClient(options, pool), pool);
        } finally {
            pool.shutdownNow();
        }
    }

    private WebReport run(WebClient client, ExecutorService pool) throws InterruptedException {
        WebAnswer home = client.askTwice(options.base(), wanted(new OutputPath("index.html")));
        if (home instanceof Failure failure && failure.isOfServer()) {
            findings.add(WebFinding.of(failure.kind(), options.base().getAuthority()));
            return report(Optional.empty(), 0);
        }
        Map<OutputPath, WebAnswer> all = askAll(client, pool);
        int right = 0;
        for (Map.Entry<OutputPath, WebAnswer> answer : all.entrySet()) {
            right += judge(answer.getKey(), answer.getValue()) ? 1 : 0;
        }
        if (all.size() < files.size()) {
            findings.add(WebFinding.of(Kind.GIVEN_UP, all.size() + "", files.size() + ""));
        } else {
            findings.addAll(new ServingChecks(options, client, answers).findings());
        }
        Optional<WebServer> server = home instanceof Response response ? recognise(response) : Optional.empty();
        return report(server, right);
    }

    private WebReport report(Optional<WebServer> server, int right) {
        List<WebFinding> sorted = findings.stream()
                .distinct()
                .sorted(Comparator.comparing(WebFinding::severity).thenComparing(WebFinding::kind))
                .toList();
        return new WebReport(sorted, asked.get(), right, files.size(), server);
    }

    /** In the order of the files; without those that were not asked for any more. */
    private Map<OutputPath, WebAnswer> askAll(WebClient client, ExecutorService pool) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        Map<OutputPath, WebAnswer> found = new LinkedHashMap<>();
        Callable<Void> worker = () -> {
            for (int i = next.getAndIncrement(); i < files.size(); i = next.getAndIncrement()) {
                if (failures.get() >= MOST_FAILURES) {
                    break;
                }
                OutputPath path = files.get(i);
                WebAnswer answer = client.askTwice(address(path), wanted(path));
                failures.addAndGet(answer instanceof Failure ? 1 : 0);
                synchronized (found) {
                    found.put(path, answer);
                    progress.asked(asked.incrementAndGet(), files.size());
                }
            }
            return null;
        };
        List<Future<Void>> workers = new ArrayList<>();
        for (int i = 0; i < Math.min(options.atOnce(), files.size()); i++) {
            workers.add(pool.submit(worker));
        }
        for (Future<Void> future : workers) {
            try {
                future.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
        Map<OutputPath, WebAnswer> sorted = new LinkedHashMap<>();
        files.stream().filter(found::containsKey).forEach(path -> sorted.put(path, found.get(path)));
        return sorted;
    }

    private URI address(OutputPath path) {
        return URI.create(options.base().toASCIIString() + WebSample.address(path));
    }

    private long wanted(OutputPath path) {
        return options.site().find(path).map(Fingerprint::size).orElse(0L);
    }

    /** Whether the file came as it was published. */
    private boolean judge(OutputPath path, WebAnswer answer) {
        String address = WebSample.address(path);
        if (answer instanceof Failure failure) {
            findings.add(WebFinding.of(
                    failure.kind(), failure.isOfServer() ? options.base().getAuthority() : address));
            return false;
        }
        Response response = (Response) answer;
        if (!response.isFound()) {
            findings.add(notFound(address, response));
            return false;
        }
        answers.put(path, response);
        Optional<WebFinding> difference = difference(path, address, response);
        difference.ifPresent(findings::add);
        wrongType(path, address, response).ifPresent(findings::add);
        return difference.isEmpty();
    }

    private static WebFinding notFound(String address, Response response) {
        int status = response.status();
        if (response.isRedirect()) {
            return WebFinding.of(
                    Kind.FILE_ELSEWHERE, address, response.header("Location").orElse(""));
        }
        return switch (status) {
            case 404, 410 -> WebFinding.of(Kind.FILE_MISSING, address);
            case 401, 403, 407, 451 -> WebFinding.of(Kind.FILE_FORBIDDEN, address, status + "");
            default -> WebFinding.of(status >= 500 ? Kind.SERVER_ERROR : Kind.UNEXPECTED_STATUS, address, status + "");
        };
    }

    private Optional<WebFinding> difference(OutputPath path, String address, Response response) {
        Fingerprint published = options.site().find(path).orElseThrow();
        if (response.body().equals(published)) {
            return Optional.empty();
        } else if (!response.whole()) {
            return Optional.of(WebFinding.of(Kind.FILE_TOO_LONG, address, published.size() + ""));
        } else if (response.body().size() < published.size()) {
            return Optional.of(
                    WebFinding.of(Kind.FILE_TOO_SHORT, address, response.body().size() + "", published.size() + ""));
        }
        return Optional.of(WebFinding.of(Kind.FILE_DIFFERS, address));
    }

    private static Optional<WebFinding> wrongType(OutputPath path, String address, Response response) {
        String right = ContentTypes.of(path.text());
        String type = response.header("Content-Type").orElse("");
        return right.equals(ContentTypes.UNKNOWN) || MediaType.of(type).serves(MediaType.of(right))
                ? Optional.empty()
                : Optional.of(WebFinding.of(Kind.WRONG_TYPE, address, type, right));
    }

    private static Optional<WebServer> recognise(Response response) {
        String name = response.header("Server").orElse("").toLowerCase(Locale.ROOT);
        if (name.startsWith("apache") || name.startsWith("litespeed")) {
            // LiteSpeed of rented hosting reads the files of Apache.
            return Optional.of(WebServer.APACHE);
        } else if (name.startsWith("nginx")) {
            return Optional.of(WebServer.NGINX);
        } else if (name.startsWith("microsoft-iis")) {
            return Optional.of(WebServer.IIS);
        }
        return name.startsWith("caddy") ? Optional.of(WebServer.CADDY) : Optional.empty();
    }
}
