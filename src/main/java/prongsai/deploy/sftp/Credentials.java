package prongsai.deploy.sftp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.util.security.SecurityUtils;
import prongsai.deploy.RemoteFailure;
import prongsai.deploy.RemoteFailure.Reason;
import prongsai.deploy.Secrets;
import prongsai.deploy.Target;

/** Private keys from files. */
final class Credentials {

    /** A key that was read and unlocked. */
    record Key(KeyPair pair) {}

    private Credentials() {}

    static Optional<Key> key(Target.Sftp target, Secrets secrets) throws RemoteFailure {
        if (target.key().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Key(read(target.key().get(), secrets)));
    }

    /** @throws RemoteFailure {@link Reason#KEY_UNREADABLE} */
    static KeyPair read(Path file, Secrets secrets) throws RemoteFailure {
        try (InputStream bytes = new ByteArrayInputStream(open(file, secrets))) {
            Iterable<KeyPair> pairs = SecurityUtils.loadKeyPairIdentities(
                    null,
                    NamedResource.ofName(file.toString()),
                    bytes,
                    (session, resource, retry) ->
                            secrets.passphrase(file.toString()).orElse(null));
            Iterator<KeyPair> each = pairs == null ? Collections.emptyIterator() : pairs.iterator();
            if (each.hasNext()) {
                return each.next();
            }
            throw new RemoteFailure(Reason.KEY_UNREADABLE, file.toString());
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new RemoteFailure(Reason.KEY_UNREADABLE, e, file.toString());
        }
    }

    /** The file's bytes, or what it holds where MINA could not unlock it. */
    private static byte[] open(Path file, Secrets secrets) throws IOException, GeneralSecurityException {
        byte[] bytes = Files.readAllBytes(file);
        return LockedKey.is(bytes)
                ? LockedKey.of(bytes).unlock(secrets.passphrase(file.toString()).orElse(""))
                : bytes;
    }
}
