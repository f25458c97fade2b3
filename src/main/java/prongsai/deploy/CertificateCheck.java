package prongsai.deploy;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** The platform's check of a server's certificate, or that it is the one that was pinned; remembers one that failed. */
public final class CertificateCheck extends X509ExtendedTrustManager {

    private final X509ExtendedTrustManager platform;
    private final Optional<String> pinned;
    private volatile @Nullable String refused;

    private CertificateCheck(X509ExtendedTrustManager platform, Optional<String> pinned) {
        this.platform = platform;
        this.pinned = pinned;
    }

    /**
     * One for a server.
     *
     * @param pinned SHA-256 of the certificate in lower-case hex; without, the platform's authorities must vouch for it
     */
    public static CertificateCheck of(Optional<String> pinned) {
        return new CertificateCheck(platformTrust(), pinned);
    }

    private static X509ExtendedTrustManager platformTrust() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509ExtendedTrustManager trust) {
                    return trust;
                }
            }
            throw new IllegalStateException("the Java platform trusts nobody");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the list of authorities of the Java platform cannot be read", e);
        }
    }

    /** SHA-256 in lower-case hex of the certificate that was refused, if one was. */
    public Optional<String> refused() {
        return Optional.ofNullable(refused);
    }

    private interface Check {
        void check() throws CertificateException;
    }

    private void check(X509Certificate[] chain, Check byPlatform) throws CertificateException {
        String shown = sha256(chain[0]);
        try {
            if (pinned.isEmpty()) {
                byPlatform.check();
            } else if (!pinned.get().equals(shown)) {
                throw new CertificateException("not the pinned certificate");
            }
        } catch (CertificateException e) {
            refused = shown;
            throw e;
        }
    }

    private static String sha256(X509Certificate certificate) throws CertificateException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new CertificateException(e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        check(chain, () -> platform.checkServerTrusted(chain, type, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        check(chain, () -> platform.checkServerTrusted(chain, type, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        check(chain, () -> platform.checkServerTrusted(chain, type));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("no client");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("no client");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("no client");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
