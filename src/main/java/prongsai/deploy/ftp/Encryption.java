package prongsai.deploy.ftp;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import prongsai.deploy.CertificateCheck;

/** Whom we trust, and how. One for all connections to a server, since what one has agreed on spares the next some work. */
final class Encryption {

    /**
     * Servers want the encryption of a file's connection to go on from that of the commands ({@code require_ssl_reuse} of
     * vsftpd), which TLS 1.3 of the Java platform can do once for each connection, and TLS 1.2 as often as we like. So the
     * newer one is spoken with servers alone that do not speak the other.
     */
    static final String OLDER = "TLSv1.2";

    static final String NEWER = "TLSv1.3";

    private final Optional<String> pinned;
    private static final String TICKETS = "jdk.tls.client.enableSessionTicketExtension";

    /** So often a server may refuse a file's connection for a reason that passes. */
    private static final int REFUSALS = 3;

    private volatile String protocol = OLDER;
    private final AtomicInteger filesRefused = new AtomicInteger();

    /**
     * The server's memory first, its tickets (RFC 5077) only where it has none: vsftpd's tickets are valid for 68 years, and
     * the platform throws away those of more than a week.
     */
    private volatile boolean usesTickets;

    Encryption(Optional<String> pinned) {
        this.pinned = pinned;
    }

    /** What to speak next. */
    String protocol() {
        return protocol;
    }

    void speak(String protocol) {
        this.protocol = protocol;
    }

    /** Whether host names are checked: the owner of a pinned certificate has shown which server is meant. */
    boolean checksNames() {
        return pinned.isEmpty();
    }

    /** One for a connection with all its files: each has its own memory of what was agreed on. */
    SSLContext context(CertificateCheck check) {
        try {
            SSLContext context = withTickets(usesTickets);
            context.init(null, new TrustManager[] {check}, new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has TLS", e);
        }
    }

    /**
     * One without tickets cannot be asked for but by this property, which the platform looks at as it makes one; it is put
     * back as it was.
     */
    private static SSLContext withTickets(boolean usesTickets) throws GeneralSecurityException {
        synchronized (TICKETS) {
            String before = System.setProperty(TICKETS, Boolean.toString(usesTickets));
            try {
                return SSLContext.getInstance("TLS");
            } finally {
                if (before == null) {
                    System.clearProperty(TICKETS);
                } else {
                    System.setProperty(TICKETS, before);
                }
            }
        }
    }

    /**
     * The server says that encryption did not go on.
     *
     * @return whether the other way has not been tried, and will be by new connections
     */
    synchronized boolean resumesOtherwise() {
        boolean isLeft = !usesTickets;
        usesTickets = true;
        return isLeft;
    }

    /**
     * The server has not taken a file's connection. Under TLS 1.3 that may be because it gives no ticket with a file's
     * connection (ProFTPD), so that there is one for each connection for commands, which is too few for anything.
     *
     * @return whether nothing else can be thought of any more
     */
    boolean isBeyondResuming() {
        return protocol.equals(NEWER) && filesRefused.incrementAndGet() >= REFUSALS;
    }

    CertificateCheck check() {
        return CertificateCheck.of(pinned);
    }
}
