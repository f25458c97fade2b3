package prongsai.deploy.s3;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import prongsai.deploy.CertificateCheck;
import prongsai.deploy.RemoteFailure;
import prongsai.deploy.RemoteFailure.Reason;
import prongsai.deploy.ServerText;
import prongsai.deploy.Target;

/**
 * What an object store's errors and the platform's exceptions mean. The codes are those of Amazon ("Error responses", Amazon S3
 * API Reference) and those that MinIO and Ceph add.
 */
record Refusals(Target.Bucket target, CertificateCheck check) {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_LARGE = 413;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final int UNAVAILABLE = 503;
    private static final int NO_ROOM = 507;

    /** {@code host:port}. */
    String server() {
        return target.account().server();
    }

    /** Why a store did not do what it was asked. */
    RemoteFailure of(Answer answer, String about) {
        Document error = Document.of(answer.body());
        String code = error.text("Code").orElse("");
        String words = ServerText.words(("HTTP " + answer.status() + " " + code + " "
                        + error.text("Message").orElse(""))
                .strip());
        return switch (code) {
            case "InvalidAccessKeyId", "SignatureDoesNotMatch", "InvalidSecurity", "InvalidToken", "NotSignedUp" ->
                new RemoteFailure(Reason.LOGIN_REFUSED, target.account().name());
            case "RequestTimeTooSkewed", "RequestExpired" -> new RemoteFailure(Reason.CLOCK_WRONG, server());
            case "NoSuchBucket" -> new RemoteFailure(Reason.NO_SUCH_BUCKET, target.name(), server());
            case "PermanentRedirect",
                    "TemporaryRedirect",
                    "AuthorizationHeaderMalformed",
                    "IllegalLocationConstraintException" -> elsewhere(answer, error, words, about);
            case "AccessDenied", "AllAccessDisabled", "AccountProblem", "MethodNotAllowed", "InvalidObjectState" ->
                new RemoteFailure(Reason.NOT_PERMITTED, about);
            case "QuotaExceeded",
                    "ServiceQuotaExceededException",
                    "XMinioStorageFull",
                    "XMinioAdminBucketQuotaExceeded",
                    "InsufficientCapacity",
                    "TooManyBuckets" -> new RemoteFailure(Reason.DISK_FULL, about);
            case "EntityTooLarge", "MaxMessageLengthExceeded" -> new RemoteFailure(Reason.TOO_LARGE_TO_SEND, about);
            case "SlowDown", "ServiceUnavailable", "TooManyRequests", "RequestLimitExceeded", "Busy" ->
                new RemoteFailure(Reason.TOO_MANY_CONNECTIONS, server());
            case "RequestTimeout",
                    "IncompleteBody",
                    "BadDigest",
                    "XAmzContentSHA256Mismatch",
                    "InternalError",
                    "OperationAborted",
                    "ConditionalRequestConflict" -> new RemoteFailure(Reason.CONNECTION_LOST, server());
            default -> byStatus(answer, words, about);
        };
    }

    /** An answer to HEAD has no body, and one of something between us and the store none that we know. */
    private RemoteFailure byStatus(Answer answer, String words, String about) {
        return switch (answer.status()) {
            case UNAUTHORIZED, FORBIDDEN -> new RemoteFailure(Reason.NOT_PERMITTED, about);
            case TOO_LARGE -> new RemoteFailure(Reason.TOO_LARGE_TO_SEND, about);
            case TOO_MANY_REQUESTS, UNAVAILABLE -> new RemoteFailure(Reason.TOO_MANY_CONNECTIONS, server());
            case NO_ROOM -> new RemoteFailure(Reason.DISK_FULL, about);
            default ->
                answer.status() >= SERVER_ERROR && answer.status() != 501
                        ? new RemoteFailure(Reason.CONNECTION_LOST, server())
                        : new RemoteFailure(Reason.REFUSED, about, words);
        };
    }

    private RemoteFailure elsewhere(Answer answer, Document error, String words, String about) {
        Optional<String> place = error.text("Region")
                .or(() -> answer.header("x-amz-bucket-region"))
                .or(() -> error.text("Endpoint"))
                .map(ServerText::words);
        return place.isPresent()
                ? new RemoteFailure(Reason.WRONG_REGION, server(), place.get())
                : new RemoteFailure(Reason.REFUSED, about, words);
    }

    /** Why no answer came. */
    RemoteFailure of(Throwable failure, String about) {
        Optional<String> certificate = check.refused();
        if (certificate.isPresent()) {
            return new RemoteFailure(Reason.CERTIFICATE_REFUSED, failure, server(), certificate.get());
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Gathered.TooMany) {
                return new RemoteFailure(Reason.TOO_LARGE, failure, about);
            }
            if (cause instanceof ConnectException
                    || cause instanceof HttpConnectTimeoutException
                    || cause instanceof UnknownHostException
                    || cause instanceof UnresolvedAddressException) {
                return new RemoteFailure(Reason.UNREACHABLE, failure, server());
            }
            if (cause instanceof SSLException && isPlain(cause)) {
                return new RemoteFailure(Reason.NO_ENCRYPTION, failure, server());
            }
        }
        return new RemoteFailure(Reason.CONNECTION_LOST, failure, server());
    }

    /** The platform tells in words alone that what came is no TLS. */
    private static boolean isPlain(Throwable failure) {
        String words = Optional.ofNullable(failure.getMessage()).orElse("");
        return words.toLowerCase(Locale.ROOT).contains("unrecognized ssl message");
    }
}
