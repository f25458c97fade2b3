package prongsai.deploy;

import java.util.Optional;

/** Answers that tests give. */
public final class TestSecrets implements Secrets {

    private final Optional<String> password;
    private final Optional<String> passphrase;

    private TestSecrets(Optional<String> password, Optional<String> passphrase) {
        this.password = password;
        this.passphrase = passphrase;
    }

    public static TestSecrets of(String password) {
        return new TestSecrets(Optional.of(password), Optional.empty());
    }

    public static TestSecrets forKey(String passphrase) {
        return new TestSecrets(Optional.empty(), Optional.of(passphrase));
    }

    public static TestSecrets none() {
        return new TestSecrets(Optional.empty(), Optional.empty());
    }

    @Override
    public Optional<String> password(String account) {
        return password;
    }

    @Override
    public Optional<String> passphrase(String key) {
        return passphrase;
    }
}
