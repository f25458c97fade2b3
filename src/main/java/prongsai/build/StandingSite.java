package prongsai.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import prongsai.site.Fingerprint;
import prongsai.site.Manifest;
import prongsai.site.OutputFile;
import prongsai.site.OutputPath;

/**
 * A site that stands as its last build left it.
 *
 * @param manifest what that build left there
 */
record StandingSite(Path folder, Manifest manifest) {

    boolean has(OutputPath path) {
        return manifest.files().containsKey(path);
    }

    /** Whether the site has the file with the very same bytes. */
    boolean has(OutputFile file) {
        return file.fingerprint().equals(manifest.files().get(file.path()));
    }

    byte[] read(OutputPath path) throws IOException {
        return Files.readAllBytes(folder.resolve(path.text()));
    }

    /** A file that stays as it is. */
    OutputFile file(OutputPath path) {
        Fingerprint bytes = manifest.files().get(path);
        if (bytes == null) {
            throw new IllegalArgumentException("not of this site: " + path);
        }
        return OutputFile.ofKnownFile(path, OutputFile.Kind.FEED, bytes, folder.resolve(path.text()));
    }
}
