package prongsai.deploy.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import prongsai.check.external.RequestFailure;
import prongsai.deploy.web.WebAnswer.Failure;
import prongsai.deploy.web.WebAnswer.Response;
import prongsai.site.Fingerprint;

/** Makes requests. Keeps no cookies, sends no credentials, follows no redirects. */
final class WebClient {

    /** How the body may be packed. */
    enum Packing {
        /** Unpacked here. */
        GZIP("gzip"),
        /** Java cannot unpack it, so the body is only good for being thrown away. */
        BROTLI("br");

        private final String word;

        Packing(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    private final WebCheckOptions options;
    private final Executor executor;
    private final HttpClient client;

    /** @param executor has a thread for every request that is made at one time, and more */
    WebClient(WebCheckOptions options, Executor executor) {
        this.options = options;
        this.executor = executor;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .executor(executor)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(options.timeout());
        options.tls().ifPresent(builder::sslContext);
        this.client = builder.build();
    }

    /** Asks, and once more after a pause where the trouble may pass. */
    WebAnswer askTwice(URI address, long wanted) throws InterruptedException {
        WebAnswer answer = ask(address, Packing.GZIP, wanted);
        boolean again = answer instanceof Response response
                ? response.isPassing()
                : answer instanceof Failure failure && mayPass(failure.reason());
        if (!again) {
            return answer;
        }
        Thread.sleep(options.retryPause().toMillis());
        return ask(address, Packing.GZIP, wanted);
    }

    private static boolean mayPass(RequestFailure reason) {
        return reason != RequestFailure.UNKNOWN_HOST && !reason.isOfCertificate();
    }

    /**
     * Asks once.
     *
     * @param wanted bytes of the body when unpacked; no more than one above is read
     */
    WebAnswer ask(URI address, Packing packing, long wanted) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(options.timeout())
                .header("User-Agent", options.userAgent())
                .header("Accept", "*/*")
                .header("Accept-Encoding", packing.word())
                .build();
        Queue<InputStream> bodies = new ConcurrentLinkedQueue<>();
        CompletableFuture<WebAnswer> asked = client.sendAsync(request, BodyHandlers.ofInputStream())
                .thenApplyAsync(
                        response -> {
                            bodies.add(response.body());
                            return read(response, wanted);
                        },
                        executor);
        try {
            Duration transfer = Duration.ofMillis(wanted * 1000 / options.leastSpeed());
            long limit = options.timeout().multipliedBy(2).plus(transfer).toMillis();
            return asked.get(limit, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            return new Failure(RequestFailure.of(cause(e)));
        } catch (TimeoutException e) {
            return new Failure(RequestFailure.TIMED_OUT);
        } finally {
            asked.cancel(true);
            bodies.forEach(WebClient::close);
        }
    }

    private static WebAnswer read(HttpResponse<InputStream> response, long wanted) {
        String packed = response.headers().firstValue("Content-Encoding").orElse("");
        try (InputStream raw = response.body();
                InputStream plain = isGzip(packed) ? new GZIPInputStream(raw) : raw) {
            Fingerprint body = Fingerprint.of(new Beginning(plain, wanted + 1));
            return new Response(response.statusCode(), response.headers(), body, body.size() <= wanted);
        } catch (ZipException e) {
            return new Failure(RequestFailure.BAD_ANSWER);
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    /** So many bytes of a stream. */
    private static final class Beginning extends FilterInputStream {

        private long left;

        Beginning(InputStream in, long bytes) {
            super(in);
            this.left = bytes;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = left == 0 ? -1 : super.read(buffer, offset, (int) Math.min(left, length));
            left -= Math.max(count, 0);
            return count;
        }
    }

    private static boolean isGzip(String packed) {
        return packed.equalsIgnoreCase(Packing.GZIP.word()) || packed.equalsIgnoreCase("x-gzip");
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            // What was not read is of no interest.
        }
    }

    private static Throwable cause(ExecutionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return cause instanceof CompletionException && cause.getCause() != null ? cause.getCause() : cause;
    }
}
