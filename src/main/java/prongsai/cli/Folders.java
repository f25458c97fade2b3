package prongsai.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The folders that a command was told, or finds where it was typed. */
final class Folders {

    private static final String TEMPLATES = "templates";

    private final Surroundings surroundings;

    Folders(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** The path as it was typed, from the folder where it was typed. */
    Path resolve(String typed) throws Stopped {
        try {
            return surroundings.folder().resolve(typed);
        } catch (InvalidPathException e) {
            throw Stopped.byUsage("bad-path", typed);
        }
    }

    /** How problems name a folder: as it was typed, with {@code /} and without detours. */
    static String name(String typed) {
        return Path.of(typed).normalize().toString().replace('\\', '/');
    }

    Path content(String typed) throws Stopped {
        Path folder = resolve(typed);
        if (!Files.isDirectory(folder)) {
            throw Stopped.byEnvironment("content-missing", typed);
        }
        return folder;
    }

    /** The templates that were named, or that lie here or beside the launcher; if there are none, the jar's own serve. */
    Optional<Path> templates(Optional<String> typed) throws Stopped {
        if (typed.isPresent()) {
            Path folder = resolve(typed.get());
            if (!Files.isDirectory(folder)) {
                throw Stopped.byEnvironment("templates-missing", typed.get());
            }
            return Optional.of(folder);
        }
        Optional<Path> here = Optional.of(surroundings.folder().resolve(TEMPLATES));
        Optional<Path> beside = surroundings.home().map(home -> home.resolve(TEMPLATES));
        return here.filter(Files::isDirectory).or(() -> beside.filter(Files::isDirectory));
    }

    /** Every folder that a build of these may read, now or when it comes to be. */
    List<Path> sources(Request.Sources sources) throws Stopped {
        List<Path> all = new ArrayList<>(List.of(content(sources.content())));
        if (sources.templates().isPresent()) {
            all.add(resolve(sources.templates().get()));
        } else {
            all.add(surroundings.folder().resolve(TEMPLATES));
            surroundings.home().map(home -> home.resolve(TEMPLATES)).ifPresent(all::add);
        }
        return all.stream().distinct().toList();
    }

    /** The site's folder, which must not mix with the content: each would be taken for the other. */
    Path out(String typed, String typedContent) throws Stopped {
        Path out = resolve(typed);
        Path realOut = real(out);
        Path realContent = real(content(typedContent));
        if (realOut.startsWith(realContent) || realContent.startsWith(realOut)) {
            throw Stopped.byUsage("out-and-content", typed, typedContent);
        }
        return out;
    }

    /** Where a path really leads, of which the end need not exist yet. */
    private static Path real(Path path) {
        Path whole = path.toAbsolutePath().normalize();
        Path existing = whole;
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        try {
            return existing == null ? whole : existing.toRealPath().resolve(existing.relativize(whole));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
