package prongsai.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import prongsai.deploy.Secrets;

/** Secrets from the environment, else from whoever sits at the keyboard, asked once. */
final class AskedSecrets implements Secrets {

    private static final String PASSPHRASE = "PRONGSAI_PASSPHRASE";

    private final Officer officer;
    private final String variable;
    private final Function<String, String> passwordPrompt;
    private final Function<String, String> passphrasePrompt;
    private final Runnable beforeAsking;
    private final Map<String, Optional<String>> answers = new HashMap<>();

    /**
     * @param variable name of the variable with the password
     * @param passwordPrompt what to ask, given the account
     * @param passphrasePrompt what to ask, given the key
     * @param beforeAsking clears the line for the question
     */
    AskedSecrets(
            Officer officer,
            String variable,
            Function<String, String> passwordPrompt,
            Function<String, String> passphrasePrompt,
            Runnable beforeAsking) {
        this.officer = officer;
        this.variable = variable;
        this.passwordPrompt = passwordPrompt;
        this.passphrasePrompt = passphrasePrompt;
        this.beforeAsking = beforeAsking;
    }

    @Override
    public Optional<String> password(String account) {
        return secret(variable, passwordPrompt.apply(account));
    }

    @Override
    public Optional<String> passphrase(String key) {
        return secret(PASSPHRASE, passphrasePrompt.apply(key));
    }

    private synchronized Optional<String> secret(String name, String prompt) {
        return answers.computeIfAbsent(prompt, p -> officer.variable(name).or(() -> ask(p)));
    }

    private Optional<String> ask(String prompt) {
        beforeAsking.run();
        return officer.secret(prompt);
    }
}
