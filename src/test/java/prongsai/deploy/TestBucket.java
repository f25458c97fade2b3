package prongsai.deploy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An object store in this process, at 127.0.0.1: the requests of Amazon S3 that we use, over a {@link BucketFolder}. It checks
 * signatures by its own {@link SignatureCheck}, and misbehaves where it is told to.
 */
public final class TestBucket implements AutoCloseable {

    public static final String NAME = "ita.khlongphon";
    public static final String KEY_ID = "AKSOMCHAI";
    public static final String SECRET = "s3cret/ลับ+key";
    private static final String REGION = "ap-southeast-1";
    private static final Duration SKEW = Duration.ofMinutes(15);
    private static final DateTimeFormatter SIGNED_TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    static {
        // Without, each answer waits 40 ms for the other side's system.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** What it does with conditions on what is put ({@code If-None-Match}). */
    public enum Conditions {
        HONOURED,
        IGNORED,
        REFUSED
    }

    /** An answer other than the right one. */
    interface Fault {
        /**
         * Such as {@code 503 SlowDown}.
         *
         * @param request such as {@code PUT news/index.html}
         */
        Optional<String> to(String request, long length);
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BucketFolder objects;
    private final Optional<TestCertificate> certificate;
    private final List<String> requests = new ArrayList<>();
    private volatile Conditions conditions = Conditions.HONOURED;
    volatile Fault fault = (request, length) -> Optional.empty();
    volatile Duration clockIsAhead = Duration.ZERO;

    private TestBucket(HttpServer server, BucketFolder objects, Optional<TestCertificate> certificate) {
        this.server = server;
        this.objects = objects;
        this.certificate = certificate;
    }

    /** @param certificate none for a store that speaks in the clear */
    public static TestBucket start(Path folder, Optional<TestCertificate> certificate) {
        try {
            InetSocketAddress at = new InetSocketAddress("127.0.0.1", 0);
            HttpServer server;
            if (certificate.isPresent()) {
                HttpsServer https = HttpsServer.create(at, 0);
                https.setHttpsConfigurator(
                        new HttpsConfigurator(certificate.get().tls()));
                server = https;
            } else {
                server = HttpServer.create(at, 0);
            }
            TestBucket bucket = new TestBucket(server, new BucketFolder(folder), certificate);
            server.setExecutor(bucket.threads);
            server.createContext("/", bucket::serve);
            server.start();
            return bucket;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** What time it is here, from now on. */
    public void setClock(Instant now) {
        clockIsAhead = Duration.between(Instant.now(), now);
    }

    public void behave(Conditions conditions) {
        this.conditions = conditions;
    }

    BucketFolder objects() {
        return objects;
    }

    /** What was asked so far, in order: {@code PUT news/index.html}. */
    synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    synchronized void forgetRequests() {
        requests.clear();
    }

    /** The store, at a host that may be a bad line's. */
    public Target.Bucket target(String host, String prefix, Duration patience) {
        return new Target.Bucket(
                new Target.Account(KEY_ID, host, port()),
                NAME,
                prefix,
                REGION,
                certificate.isPresent(),
                certificate.map(TestCertificate::sha256),
                4,
                patience);
    }

    public Target.Bucket target(String prefix) {
        return target("127.0.0.1", prefix, Duration.ofSeconds(10));
    }

    private void serve(HttpExchange exchange) {
        try (exchange) {
            answer(exchange);
        } catch (IOException e) {
            // Whoever asked has gone.
            return;
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> query = BucketFolder.query(exchange.getRequestURI().getRawQuery());
        String path = BucketFolder.decoded(exchange.getRequestURI().getRawPath());
        String key = path.startsWith("/" + NAME + "/") ? path.substring(NAME.length() + 2) : "";
        String request = exchange.getRequestMethod() + " " + key;
        synchronized (this) {
            requests.add(request);
        }
        long length = header(exchange, "content-length").map(Long::parseLong).orElse(0L);
        Optional<String> wrong = fault.to(request, length);
        if (wrong.isPresent()) {
            fail(exchange, wrong.get());
            return;
        }
        byte[] body = exchange.getRequestBody().readAllBytes();
        Optional<String> refused = refusal(exchange, path, body);
        if (refused.isPresent()) {
            fail(exchange, refused.get());
            return;
        }
        switch (exchange.getRequestMethod()) {
            case "PUT" -> put(exchange, key, body);
            case "DELETE" -> {
                objects.delete(key);
                exchange.sendResponseHeaders(204, -1);
            }
            default -> {
                if (key.isEmpty()) {
                    send(exchange, 200, objects.list(NAME, query).getBytes(StandardCharsets.UTF_8));
                } else {
                    get(exchange, key);
                }
            }
        }
    }

    private Optional<String> refusal(HttpExchange exchange, String path, byte[] body) {
        SignatureCheck check = new SignatureCheck(KEY_ID, SECRET, REGION);
        Optional<String> error = check.error(new SignatureCheck.Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""),
                name -> header(exchange, name)));
        if (error.isPresent()) {
            return Optional.of((error.get().startsWith("Authorization") ? "400 " : "403 ") + error.get());
        }
        Instant signed = SIGNED_TIME.parse(header(exchange, "x-amz-date").orElse(""), Instant::from);
        if (Duration.between(signed, Instant.now().plus(clockIsAhead)).abs().compareTo(SKEW) > 0) {
            return Optional.of("403 RequestTimeTooSkewed");
        }
        if (!SignatureCheck.sha256(body)
                .equals(header(exchange, "x-amz-content-sha256").orElse(""))) {
            return Optional.of("400 XAmzContentSHA256Mismatch");
        }
        return path.equals("/" + NAME) || path.startsWith("/" + NAME + "/")
                ? Optional.empty()
                : Optional.of("404 NoSuchBucket");
    }

    private void put(HttpExchange exchange, String key, byte[] body) throws IOException {
        Optional<String> source = header(exchange, "x-amz-copy-source");
        byte[] bytes = body;
        if (source.isPresent()) {
            String from = BucketFolder.decoded(source.get()).substring(NAME.length() + 2);
            Optional<BucketFolder.Stored> copied = objects.get(from);
            if (copied.isEmpty()) {
                fail(exchange, "404 NoSuchKey");
                return;
            }
            bytes = copied.get().bytes();
        }
        boolean onlyNew = header(exchange, "if-none-match").isPresent();
        if (onlyNew && conditions == Conditions.REFUSED) {
            fail(exchange, "501 NotImplemented");
            return;
        }
        boolean isPut = objects.put(
                key,
                bytes,
                header(exchange, "content-type").orElse("binary/octet-stream"),
                header(exchange, "cache-control").orElse(""),
                onlyNew && conditions == Conditions.HONOURED);
        if (!isPut) {
            fail(exchange, "412 PreconditionFailed");
        } else if (source.isPresent()) {
            send(exchange, 200, "<CopyObjectResult></CopyObjectResult>".getBytes(StandardCharsets.UTF_8));
        } else {
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private void get(HttpExchange exchange, String key) throws IOException {
        Optional<BucketFolder.Stored> found = objects.get(key);
        if (found.isEmpty()) {
            fail(exchange, "404 NoSuchKey");
            return;
        }
        BucketFolder.Stored object = found.get();
        exchange.getResponseHeaders().set("ETag", '"' + object.tag() + '"');
        exchange.getResponseHeaders()
                .set(
                        "Last-Modified",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                object.modified().atOffset(ZoneOffset.UTC)));
        exchange.getResponseHeaders().set("Content-Type", object.type());
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Long.toString(objects.toldSize(object)));
            exchange.sendResponseHeaders(200, -1);
        } else {
            send(exchange, 200, object.bytes());
        }
    }

    private static Optional<String> header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    private static void fail(HttpExchange exchange, String wrong) throws IOException {
        String[] parts = wrong.split(" ", 2);
        String body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + parts[1]
                + "</Code><Message>It is so.</Message><Region>" + REGION + "</Region></Error>";
        send(exchange, Integer.parseInt(parts[0]), body.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
