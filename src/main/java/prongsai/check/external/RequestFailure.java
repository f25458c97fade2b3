package prongsai.check.external;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;

/** Why a request by HTTP got no answer. */
public enum RequestFailure {
    /** No whole answer within the time. */
    TIMED_OUT,
    /** There is no such host, or the name service is out of reach. */
    UNKNOWN_HOST,
    /** No way through the network to the computer. */
    UNREACHABLE,
    /** The computer is there and has no web server. */
    REFUSED,
    CERTIFICATE_EXPIRED,
    /** It is not valid yet, or this computer's clock is wrong. */
    CERTIFICATE_TOO_NEW,
    /** Signed by nobody whom browsers trust, or by itself. */
    CERTIFICATE_UNTRUSTED,
    /** For another name. */
    CERTIFICATE_OF_ANOTHER,
    /** Encryption failed otherwise. */
    NOT_ENCRYPTED,
    /** What came was not HTTP. */
    BAD_ANSWER,
    /** The server hung up. */
    CONNECTION_LOST;

    /** Tells by types alone: messages are written by the operating system and by the server. */
    public static RequestFailure of(Throwable failure) {
        if (failure instanceof HttpTimeoutException) {
            return TIMED_OUT;
        } else if (failure instanceof ConnectException) {
            return notConnected(failure);
        } else if (failure instanceof SSLException) {
            return notEncrypted(failure);
        }
        return failure instanceof ProtocolException ? BAD_ANSWER : CONNECTION_LOST;
    }

    /** Whether the server's certificate is not one that a browser would take. */
    public boolean isOfCertificate() {
        return switch (this) {
            case CERTIFICATE_EXPIRED, CERTIFICATE_TOO_NEW, CERTIFICATE_UNTRUSTED, CERTIFICATE_OF_ANOTHER -> true;
            default -> false;
        };
    }

    private static RequestFailure notConnected(Throwable failure) {
        if (has(failure, UnresolvedAddressException.class)) {
            return UNKNOWN_HOST;
        }
        // A refusal comes in several wrappers, of which one says only that the channel is closed.
        boolean hasNoWay = has(failure, NoRouteToHostException.class)
                || (failure.getCause() != null && failure.getCause().getClass() == SocketException.class);
        return hasNoWay ? UNREACHABLE : REFUSED;
    }

    private static RequestFailure notEncrypted(Throwable failure) {
        if (has(failure, CertificateExpiredException.class)) {
            return CERTIFICATE_EXPIRED;
        } else if (has(failure, CertificateNotYetValidException.class)) {
            return CERTIFICATE_TOO_NEW;
        } else if (has(failure, CertPathBuilderException.class) || has(failure, CertPathValidatorException.class)) {
            return CERTIFICATE_UNTRUSTED;
        }
        // The chain is good then; what is left to be wrong with it is the name.
        return has(failure, CertificateException.class) ? CERTIFICATE_OF_ANOTHER : NOT_ENCRYPTED;
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
