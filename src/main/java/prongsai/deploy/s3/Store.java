package prongsai.deploy.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import prongsai.deploy.CertificateCheck;
import prongsai.deploy.Portions;
import prongsai.deploy.RemoteFailure;
import prongsai.deploy.RemoteFailure.Reason;
import prongsai.deploy.Target;

/** Sends requests to an object store; as many at once as there are threads that ask. */
final class Store {

    private static final int PORTION = 16 * 1024;

    /** The platform writes these itself, and lets nobody else do so. */
    private static final Set<String> BY_PLATFORM = Set.of("host", "content-length");

    private static final int LOOKS = 4;

    /**
     * What the system may keep of a file before the store has it, in bytes. Small, so that progress is true, and the end of a
     * file is not waited for longer than patience lasts on a slow line. The platform can be told by this property alone.
     */
    private static final String SEND_BUFFER = "jdk.httpclient.sendBufferSize";

    private static final int SEND_BUFFER_SIZE = 128 * 1024;

    private final URI base;
    private final HttpClient client;
    private final Signer signer;
    private final Refusals refusals;
    private final Duration patience;

    Store(Target.Bucket target, Signer signer) {
        CertificateCheck check = CertificateCheck.of(target.certificate());
        this.base = base(target);
        this.client = client(target.patience(), check);
        this.signer = signer;
        this.refusals = new Refusals(target, check);
        this.patience = target.patience();
    }

    /** The usual port is left out: it is in no request's {@code Host}, which is signed. */
    private static URI base(Target.Bucket target) {
        String scheme = target.isEncrypted() ? "https" : "http";
        int port = target.account().port();
        boolean usual = port == (target.isEncrypted() ? 443 : 80);
        return URI.create(scheme + "://" + target.account().host() + (usual ? "" : ":" + port));
    }

    private static HttpClient client(Duration patience, CertificateCheck check) {
        System.setProperty(SEND_BUFFER, Integer.toString(SEND_BUFFER_SIZE));
        try {
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, new TrustManager[] {check}, new SecureRandom());
            return HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(patience)
                    .sslContext(tls)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has TLS", e);
        }
    }

    /** What went wrong, in our words. */
    Refusals refusals() {
        return refusals;
    }

    Answer ask(Ask ask) throws RemoteFailure {
        return ask(ask, written -> {});
    }

    /**
     * Sends a request and waits for the answer, whatever it is.
     *
     * @param written told of each portion of the body, in bytes, as it is taken
     */
    Answer ask(Ask ask, LongConsumer written) throws RemoteFailure {
        Signer.Signed signed = signer.sign(base, ask);
        Pulse pulse = new Pulse();
        // Not asked beforehand whether it would take it (Expect: 100-continue): Java 17 then waits for ever for a yes.
        HttpRequest.Builder request = HttpRequest.newBuilder(signed.address());
        request.method(
                ask.method(),
                ask.body()
                        .map(body -> publisher(body, count -> {
                            pulse.beat();
                            written.accept(count);
                        }))
                        .orElse(BodyPublishers.noBody()));
        signed.headers().forEach((name, values) -> {
            if (!BY_PLATFORM.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        HttpResponse<byte[]> response = await(
                client.sendAsync(request.build(), Gathered.atMost(ask.atMost(), pulse::beat)), pulse, ask.about());
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    /** When something was last sent or came. */
    private static final class Pulse {
        private volatile long last = System.nanoTime();

        void beat() {
            last = System.nanoTime();
        }

        boolean isStillFor(Duration time) {
            return System.nanoTime() - last > time.toNanos();
        }
    }

    private <T> T await(CompletableFuture<T> coming, Pulse pulse, String about) throws RemoteFailure {
        try {
            while (true) {
                try {
                    return coming.get(patience.toMillis() / LOOKS + 1, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    if (pulse.isStillFor(patience)) {
                        coming.cancel(true);
                        throw new RemoteFailure(Reason.TIMED_OUT, e, refusals.server());
                    }
                }
            }
        } catch (ExecutionException e) {
            throw refusals.of(e.getCause() == null ? e : e.getCause(), about);
        } catch (InterruptedException e) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            throw new RemoteFailure(Reason.CONNECTION_LOST, e, refusals.server());
        }
    }

    private static BodyPublisher publisher(Body body, LongConsumer taken) {
        if (body.size() == 0) {
            return BodyPublishers.noBody();
        }
        return BodyPublishers.fromPublisher(
                BodyPublishers.ofByteArrays(() -> new PortionsOf(body, taken)), body.size());
    }

    /** Each portion is told when it is taken, which the platform does when there is room for it. */
    private static final class PortionsOf implements Iterator<byte[]> {
        private final InputStream in;
        private final LongConsumer taken;
        private long left;

        PortionsOf(Body body, LongConsumer taken) {
            this.in = body.open();
            this.taken = taken;
            this.left = body.size();
        }

        @Override
        public boolean hasNext() {
            return left > 0;
        }

        @Override
        public byte[] next() {
            byte[] portion = new byte[(int) Math.min(PORTION, left)];
            int count = Portions.fill(in, portion);
            if (count == 0) {
                throw new NoSuchElementException();
            }
            left -= count;
            if (left == 0) {
                close();
            }
            taken.accept(count);
            return Arrays.copyOf(portion, count);
        }

        private void close() {
            try {
                in.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
