package prongsai.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * Everything that a command gets from the computer that it runs on. {@link Main} alone reads the real one.
 *
 * @param out results
 * @param err progress and complaints
 * @param terminal whether a person sits before {@code err}, for whom a line may be written over and over
 * @param clock in the time zone of the agency
 * @param folder where the command was typed; relative paths begin here
 * @param home where the launcher lies, with the templates of a source checkout
 * @param temporary where temporary files go
 * @param version of this program
 * @param generator tells this very program from any other, older builds of the same version too
 * @param about the Java and the operating system that it runs on, for a report
 * @param life what happens when the program is told to end
 * @param officer whoever typed the command
 */
record Surroundings(
        PrintStream out,
        PrintStream err,
        boolean terminal,
        Clock clock,
        Path folder,
        Optional<Path> home,
        Path temporary,
        String version,
        String generator,
        String about,
        Life life,
        Officer officer) {

    /** The end of the program, as Ctrl-C brings it. */
    interface Life {

        /** Has something done when the program ends, however it does. */
        void atEnd(Runnable work);

        /** Told once more to end, the program does so at once, whatever is still to be done. */
        void hurryIfToldAgain();

        /** Returns when the program is told to end. */
        void awaitEnd() throws InterruptedException;
    }
}
