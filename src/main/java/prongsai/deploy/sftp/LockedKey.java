package prongsai.deploy.sftp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A private key in the form of PKCS #8 under a passphrase (RFC 5958 with the scheme PBES2 of RFC 8018), as
 * {@code ssh-keygen -m PKCS8} and {@code openssl genpkey} write it. MINA reads such only with Bouncy Castle; the platform's
 * own key of a passphrase takes ASCII alone, which is why its parts are used one by one.
 */
final class LockedKey {

    private static final Pattern FORM =
            Pattern.compile("-----BEGIN ENCRYPTED PRIVATE KEY-----([^-]+)-----END ENCRYPTED PRIVATE KEY-----");

    /** How the platform names the parameters of PBES2, such as {@code PBEWithHmacSHA256AndAES_128}. */
    private static final Pattern SCHEME = Pattern.compile("PBEWith(Hmac[A-Z0-9]+)AndAES_([0-9]{3})");

    private final EncryptedPrivateKeyInfo locked;

    private LockedKey(EncryptedPrivateKeyInfo locked) {
        this.locked = locked;
    }

    /** Whether a file of a key is one of these. */
    static boolean is(byte[] file) {
        return FORM.matcher(text(file)).find();
    }

    /** @throws IOException if the file is damaged, or locked in another way */
    static LockedKey of(byte[] file) throws IOException {
        Matcher form = FORM.matcher(text(file));
        if (!form.find()) {
            throw new IOException("no locked key");
        }
        return new LockedKey(new EncryptedPrivateKeyInfo(Base64.getMimeDecoder().decode(form.group(1))));
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }

    /**
     * The same key without a passphrase, as the text of a file.
     *
     * @throws GeneralSecurityException if the passphrase is wrong
     */
    byte[] unlock(String passphrase) throws GeneralSecurityException {
        Matcher scheme = SCHEME.matcher(String.valueOf(locked.getAlgParameters()));
        if (!scheme.matches()) {
            throw new GeneralSecurityException("a key that is locked in another way");
        }
        PBEParameterSpec parameters = locked.getAlgParameters().getParameterSpec(PBEParameterSpec.class);
        PBEKeySpec secret = new PBEKeySpec(
                passphrase.toCharArray(),
                parameters.getSalt(),
                parameters.getIterationCount(),
                Integer.parseInt(scheme.group(2)));
        byte[] bytes = SecretKeyFactory.getInstance("PBKDF2With" + scheme.group(1))
                .generateSecret(secret)
                .getEncoded();
        secret.clearPassword();
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(bytes, "AES"), parameters.getParameterSpec());
        byte[] open = cipher.doFinal(locked.getEncryptedData());
        Arrays.fill(bytes, (byte) 0);
        String lines = Base64.getMimeEncoder().encodeToString(open);
        return ("-----BEGIN PRIVATE KEY-----\n" + lines + "\n-----END PRIVATE KEY-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
