package prongsai.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the makers of Prongsai need to know about a bug, in a file, so that no officer has to read it. */
final class CrashReport {

    private CrashReport() {}

    /** Writes the report; empty where even that fails. */
    static Optional<Path> write(Throwable bug, List<String> arguments, Surroundings surroundings) {
        StringWriter text = new StringWriter();
        PrintWriter lines = new PrintWriter(text);
        lines.println("Prongsai " + surroundings.version());
        lines.println(surroundings.about());
        lines.println(surroundings.clock().instant());
        lines.println("prongsai " + String.join(" ", arguments));
        lines.println();
        bug.printStackTrace(lines);
        lines.flush();
        try {
            Path file = Files.createTempFile(surroundings.temporary(), "prongsai-crash-", ".txt");
            return Optional.of(Files.writeString(file, PlainText.masked(text.toString())));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
