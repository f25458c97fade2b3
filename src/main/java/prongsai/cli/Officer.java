package prongsai.cli;

import java.nio.file.Path;
import java.util.Optional;

/** Whoever typed the command, as far as the computer knows them. */
interface Officer {

    /** The name of the account on this computer. */
    String name();

    /** The folder of the account. */
    Path home();

    /** A variable of the environment; empty where there is none, or nothing in it. */
    Optional<String> variable(String name);

    /** Asks for a secret, which is not shown while it is typed; empty where nobody sits there. */
    Optional<String> secret(String prompt);
}
