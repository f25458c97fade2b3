package prongsai.deploy.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
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
import javax.net.ssl.SSLException;
import prongsai.deploy.web.WebAnswer.Failure;
import prongsai.deploy.web.WebAnswer.Response;
import prongsai.deploy.web.WebFinding.Kind;
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
                : answer instanceof Failure failure && failure.kind() != Kind.UNKNOWN_HOST && !isOfCertificate(failure);
        if (!again) {
            return answer;
        }
        Thread.sleep(options.retryPause().toMillis());
        return ask(address, Packing.GZIP, wanted);
    }

    private static boolean isOfCertificate(Failure failure) {
        return failure.kind().name().startsWith("CERTIFICATE");
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
            return new Failure(kind(cause(e)));
        } catch (TimeoutException e) {
            return new Failure(Kind.TIMED_OUT);
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
            return new Failure(Kind.BAD_ANSWER);
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

    /** By types alone: messages are written by the operating system and by the server. */
    private static Kind kind(Throwable failure) {
        if (failure instanceof HttpTimeoutException) {
            return Kind.TIMED_OUT;
        } else if (failure instanceof ConnectException) {
            if (has(failure, UnresolvedAddressException.class)) {
                return Kind.UNKNOWN_HOST;
            }
            // A refusal comes in several wrappers, of which one says only that the channel is closed.
            boolean hasNoWay = has(failure, NoRouteToHostException.class)
                    || (failure.getCause() != null && failure.getCause().getClass() == SocketException.class);
            return hasNoWay ? Kind.UNREACHABLE : Kind.REFUSED;
        } else if (failure instanceof SSLException) {
            return certificate(failure);
        }
        return failure instanceof ProtocolException ? Kind.BAD_ANSWER : Kind.CONNECTION_LOST;
    }

    private static Kind certificate(Throwable failure) {
        if (has(failure, CertificateExpiredException.class)) {
            return Kind.CERTIFICATE_EXPIRED;
        } else if (has(failure, CertificateNotYetValidException.class)) {
            return Kind.CERTIFICATE_TOO_NEW;
        } else if (has(failure, CertPathBuilderException.class) || has(failure, CertPathValidatorException.class)) {
            return Kind.CERTIFICATE_UNTRUSTED;
        }
        // The chain is good then; what is left to be wrong with it is the name.
        return has(failure, CertificateException.class) ? Kind.CERTIFICATE_OF_ANOTHER : Kind.NOT_ENCRYPTED;
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 10; depth++) {
            if (type.isInstance(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
