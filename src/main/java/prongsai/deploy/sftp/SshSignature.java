package prongsai.deploy.sftp;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import prongsai.deploy.RemoteFailure;
import prongsai.deploy.Secrets;

/**
 * A signature of a file by an SSH key (OpenSSH's PROTOCOL.sshsig), which {@code ssh-keygen -Y verify -n file} checks.
 */
public final class SshSignature {

    private static final byte[] MAGIC = "SSHSIG".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final String NAMESPACE = "file";
    private static final String HASH = "sha512";
    private static final int LINE = 70;

    /** How each kind of key signs: never by SHA-1, which RSA keys of old would. */
    private static final Map<String, BuiltinSignatures> ALGORITHMS = Map.of(
            "ssh-rsa", BuiltinSignatures.rsaSHA512,
            "ssh-ed25519", BuiltinSignatures.ed25519,
            "ecdsa-sha2-nistp256", BuiltinSignatures.nistp256,
            "ecdsa-sha2-nistp384", BuiltinSignatures.nistp384,
            "ecdsa-sha2-nistp521", BuiltinSignatures.nistp521);

    private SshSignature() {}

    /**
     * Signs.
     *
     * @param sha512 of the file
     * @param key private key in OpenSSH's or PEM form
     * @return the text of the signature's file
     * @throws RemoteFailure {@link RemoteFailure.Reason#KEY_UNREADABLE}
     */
    public static String of(byte[] sha512, Path key, Secrets secrets) throws RemoteFailure {
        KeyPair pair = Credentials.read(key, secrets);
        try {
            return armored(sign(sha512, pair, key));
        } catch (Exception e) {
            throw new RemoteFailure(RemoteFailure.Reason.KEY_UNREADABLE, e, key.toString());
        }
    }

    private static byte[] sign(byte[] sha512, KeyPair pair, Path key) throws Exception {
        BuiltinSignatures algorithm = Optional.ofNullable(ALGORITHMS.get(KeyUtils.getKeyType(pair)))
                .orElseThrow(() -> new IllegalArgumentException("no way to sign with " + key));
        ByteArrayBuffer signed = new ByteArrayBuffer();
        signed.putRawBytes(MAGIC);
        signed.putString(NAMESPACE);
        signed.putString("");
        signed.putString(HASH);
        signed.putBytes(sha512);
        Signature signature = algorithm.create();
        signature.initSigner(null, pair.getPrivate());
        signature.update(null, signed.getCompactData());
        ByteArrayBuffer value = new ByteArrayBuffer();
        value.putString(algorithm.getName());
        value.putBytes(signature.sign(null));
        ByteArrayBuffer blob = new ByteArrayBuffer();
        blob.putRawBytes(MAGIC);
        blob.putInt(VERSION);
        blob.putPublicKey(pair.getPublic());
        blob.putString(NAMESPACE);
        blob.putString("");
        blob.putString(HASH);
        blob.putBytes(value.getCompactData());
        return blob.getCompactData();
    }

    private static String armored(byte[] blob) {
        Base64.Encoder lines = Base64.getMimeEncoder(LINE, new byte[] {'\n'});
        return "-----BEGIN SSH SIGNATURE-----\n" + lines.encodeToString(blob) + "\n-----END SSH SIGNATURE-----\n";
    }
}
