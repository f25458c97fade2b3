package prongsai.deploy.sftp;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.client.config.hosts.KnownHostEntry;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.common.signature.Signature;
import org.jspecify.annotations.Nullable;
import prongsai.deploy.RemoteFailure;
import prongsai.deploy.RemoteFailure.Reason;

/**
 * The list of known hosts, in the form of sshd(8), "SSH_KNOWN_HOSTS FILE FORMAT", as far as it speaks of one server.
 * MINA's own reader asks, writes and lets pass more than we want; its parser of single lines is used.
 */
final class KnownHosts implements ServerKeyVerifier {

    private static final String REVOKED = "revoked";

    private final Path list;
    private final String server;
    private final List<PublicKey> keys = new ArrayList<>();
    private final List<PublicKey> revoked = new ArrayList<>();
    private volatile @Nullable RemoteFailure failure;

    /** A list that is not there or cannot be read knows nobody. */
    KnownHosts(Path list, String host, int port) {
        this.list = list;
        this.server = host + ":" + port;
        for (String line : lines(list)) {
            add(line, host, port);
        }
    }

    private static List<String> lines(Path list) {
        try {
            // Latin-1 takes any bytes; what is beyond ASCII can only be a comment.
            return Files.readAllLines(list, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return List.of();
        }
    }

    private void add(String line, String host, int port) {
        try {
            KnownHostEntry entry = KnownHostEntry.parseKnownHostEntry(line);
            // A line of a certificate authority speaks for certificates, which are not asked for: its key is no host's.
            if (entry == null || !entry.isHostMatch(host, port)) {
                return;
            }
            if (entry.getMarker() == null) {
                keys.add(entry.getKeyEntry().resolvePublicKey(null, null));
            } else if (entry.getMarker().equals(REVOKED)) {
                revoked.add(entry.getKeyEntry().resolvePublicKey(null, null));
            }
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            // As ssh does: a line that nobody understands makes no host known.
            return;
        }
    }

    /** Kinds of signature, first those of keys that the list has: servers have several keys, and show the first kind asked for. */
    List<NamedFactory<Signature>> preferred() {
        Set<String> types = new HashSet<>();
        for (PublicKey key : keys) {
            types.add(KeyUtils.getKeyType(key));
        }
        List<NamedFactory<Signature>> preferred = new ArrayList<>(NamedFactory.setUpBuiltinFactories(
                false,
                ClientBuilder.DEFAULT_SIGNATURE_PREFERENCE.stream()
                        .filter(BuiltinSignatures::isSupported)
                        .filter(s -> !s.getName().contains("cert-v01"))
                        .toList()));
        preferred.sort(
                Comparator.comparing(factory -> !types.contains(KeyUtils.getCanonicalKeyType(factory.getName()))));
        return preferred;
    }

    @Override
    public boolean verifyServerKey(ClientSession session, SocketAddress address, PublicKey key) {
        boolean isKnown = keys.stream().anyMatch(k -> KeyUtils.compareKeys(k, key));
        boolean isRevoked = revoked.stream().anyMatch(k -> KeyUtils.compareKeys(k, key));
        if (isKnown && !isRevoked) {
            return true;
        }
        Reason reason = keys.isEmpty() && !isRevoked ? Reason.HOST_UNKNOWN : Reason.HOST_KEY_CHANGED;
        failure =
                new RemoteFailure(reason, server, KeyUtils.getFingerPrint(BuiltinDigests.sha256, key), list.toString());
        return false;
    }

    /** Why the server's key was not taken, if it was not. */
    Optional<RemoteFailure> refused() {
        return Optional.ofNullable(failure);
    }
}
