package prongsai.check.external;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import prongsai.check.external.LinkAnswer.Failure;
import prongsai.check.external.LinkAnswer.Response;
import prongsai.check.external.LinkOutcome.Reason;

/** Makes single requests. Keeps no cookies, sends no credentials, takes in no bodies, follows no redirects. */
final class LinkRequests {

    /** The name service is asked outside the time-out of a request. */
    private static final Duration NAME_SERVICE = Duration.ofSeconds(5);

    private final ExternalLinkOptions options;
    private final HttpClient client;

    LinkRequests(ExternalLinkOptions options, Executor executor) {
        this.options = options;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .executor(executor)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(options.connectTimeout());
        options.tls().ifPresent(builder::sslContext);
        this.client = builder.build();
    }

    /** Asks once; anything that goes wrong is an answer, too. */
    LinkAnswer ask(URI address, boolean head) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .method(head ? "HEAD" : "GET", HttpRequest.BodyPublishers.noBody())
                .timeout(options.timeout())
                .header("User-Agent", options.userAgent())
                .header("Accept", "*/*")
                .build();
        CompletableFuture<HttpResponse<InputStream>> asked = client.sendAsync(request, BodyHandlers.ofInputStream());
        try {
            long limit = options.timeout().plus(NAME_SERVICE).toMillis();
            HttpResponse<InputStream> response = asked.get(limit, TimeUnit.MILLISECONDS);
            // Ends the download where a body comes.
            response.body().close();
            return response(address, response);
        } catch (ExecutionException e) {
            return new Failure(e.getCause() == null ? Reason.CONNECTION_LOST : reason(e.getCause()));
        } catch (TimeoutException e) {
            return new Failure(Reason.TIMED_OUT);
        } catch (IOException e) {
            return new Failure(Reason.CONNECTION_LOST);
        } finally {
            asked.cancel(true);
        }
    }

    private Response response(URI address, HttpResponse<?> response) {
        Optional<URI> redirect =
                response.headers().firstValue("Location").flatMap(l -> WebAddress.redirect(address, l));
        boolean wantsCookie = response.headers().firstValue("Set-Cookie").isPresent();
        Optional<Duration> patience =
                response.headers().firstValue("Retry-After").flatMap(this::patience);
        return new Response(response.statusCode(), redirect, patience, wantsCookie);
    }

    /** RFC 9110, 10.2.3: {@code Retry-After = HTTP-date / delay-seconds}. */
    private Optional<Duration> patience(String header) {
        if (header.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Integer.parseInt(header)));
        }
        try {
            DateTimeFormatter date = DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT);
            Duration until = Duration.between(
                    options.clock().instant(), ZonedDateTime.parse(header, date).toInstant());
            return until.isNegative() ? Optional.empty() : Optional.of(until);
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Reason reason(Throwable failure) {
        return switch (RequestFailure.of(failure)) {
            case TIMED_OUT -> Reason.TIMED_OUT;
            case UNKNOWN_HOST -> Reason.UNKNOWN_HOST;
            case UNREACHABLE -> Reason.UNREACHABLE;
            case REFUSED -> Reason.REFUSED;
            case CERTIFICATE_EXPIRED, CERTIFICATE_TOO_NEW, CERTIFICATE_UNTRUSTED, CERTIFICATE_OF_ANOTHER ->
                Reason.BAD_CERTIFICATE;
            case NOT_ENCRYPTED -> Reason.INSECURE;
            case BAD_ANSWER -> Reason.BAD_ANSWER;
            case CONNECTION_LOST -> Reason.CONNECTION_LOST;
        };
    }
}
