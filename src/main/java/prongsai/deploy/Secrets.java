package prongsai.deploy;

import java.util.Optional;

/**
 * Passwords, from the environment or from whoever sits at the keyboard. Asked only when a server wants one; the same
 * answer each time, so that nobody is asked twice. Safe for several threads.
 */
public interface Secrets {

    /**
     * The password of an account.
     *
     * @param account {@code user@host}, to be shown in a prompt
     * @return empty where there is none and nobody to ask
     */
    Optional<String> password(String account);

    /** The passphrase of a private key, given its path as shown in a prompt. */
    Optional<String> passphrase(String key);
}
