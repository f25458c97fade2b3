package prongsai.deploy;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import prongsai.publish.HeldSite;
import prongsai.site.Fingerprint;
import prongsai.site.Manifest;
import prongsai.site.OutputPath;

/**
 * The bytes of the sites that were published, each file once and named after what is in it, with the time that it had in
 * the site. What is sent comes from here, so that a build may go on meanwhile; and so does what a rollback puts back.
 */
final class KeptFiles {

    private static final int FOLDER_DIGITS = 2;

    private final Path folder;

    KeptFiles(Path folder) {
        this.folder = folder;
    }

    Path locate(Fingerprint bytes) {
        String name = bytes.sha256();
        return folder.resolve(name.substring(0, FOLDER_DIGITS)).resolve(name.substring(FOLDER_DIGITS));
    }

    /** Whether a file with this name and size is kept; its bytes are looked at when they are used. */
    boolean has(Fingerprint bytes) {
        try {
            return Files.size(locate(bytes)) == bytes.size();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Copies what is not kept yet.
     *
     * @return paths of files that are not as the manifest says, which are not kept
     */
    List<OutputPath> keep(HeldSite site, Manifest manifest) throws IOException {
        try {
            return manifest.files().entrySet().parallelStream()
                    .filter(file -> !has(file.getValue()) && !keep(site.locate(file.getKey()), file.getValue()))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private boolean keep(Path file, Fingerprint expected) {
        Path place = locate(expected);
        try {
            Files.createDirectories(place.getParent());
            Path half = Files.createTempFile(place.getParent(), "half", null);
            try {
                if (!isReadable(file)) {
                    return false;
                }
                Files.copy(file, half, REPLACE_EXISTING);
                Files.setLastModifiedTime(half, Files.getLastModifiedTime(file));
                if (!holds(half, expected)) {
                    return false;
                }
                Files.move(half, place, REPLACE_EXISTING);
                return true;
            } finally {
                Files.deleteIfExists(half);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isReadable(Path file) {
        return Files.isRegularFile(file) && Files.isReadable(file);
    }

    private static boolean holds(Path file, Fingerprint expected) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Fingerprint.of(in).equals(expected);
        }
    }

    /** Forgets every file that none of the sites has. */
    void retain(Collection<Manifest> sites) throws IOException {
        Set<Path> wanted = new HashSet<>();
        for (Manifest site : sites) {
            site.files().values().forEach(bytes -> wanted.add(locate(bytes)));
        }
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (!wanted.contains(file)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
