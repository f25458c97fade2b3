package prongsai.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whatever a command may fail by, as something that the console has words for. */
final class Mishaps {

    /** The platform tells a full disk in words alone: those of Linux, macOS and Windows. */
    private static final Pattern NO_ROOM =
            Pattern.compile("no space left|quota exceeded|not enough space|disk is full", Pattern.CASE_INSENSITIVE);

    private final List<String> arguments;
    private final Surroundings surroundings;

    /**
     * @param arguments what was typed, for the report of a bug
     */
    Mishaps(List<String> arguments, Surroundings surroundings) {
        this.arguments = List.copyOf(arguments);
        this.surroundings = surroundings;
    }

    /** Why the command stopped; of a bug a report has then been written. */
    Stopped of(Throwable failure) {
        if (failure instanceof Stopped stopped) {
            return stopped;
        }
        if (failure instanceof IOException disk) {
            return disk(disk);
        }
        if (failure instanceof UncheckedIOException disk) {
            return disk(Objects.requireNonNull(disk.getCause()));
        }
        if (failure instanceof OutOfMemoryError) {
            return Stopped.byEnvironment("memory");
        }
        String report = CrashReport.write(failure, arguments, surroundings)
                .map(Object::toString)
                .orElse("");
        return Stopped.byBug("bug", failure.getClass().getSimpleName(), report);
    }

    private static Stopped disk(IOException e) {
        String what = e instanceof FileSystemException file
                ? Stream.of(file.getFile(), file.getReason())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(": "))
                : Objects.toString(e.getMessage(), "");
        return NO_ROOM.matcher(what).find()
                ? Stopped.byEnvironment("publish-disk-full", what)
                : Stopped.byEnvironment("disk", what);
    }
}
