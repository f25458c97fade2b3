package prongsai.build;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import prongsai.feeds.MadeFile;
import prongsai.feeds.picture.DrawingFailure;
import prongsai.publish.PublishFailure;
import prongsai.site.Fingerprint;
import prongsai.site.OutputFile;
import prongsai.site.OutputPath;

/** Makes the files that are made from the site as a whole; those that take long only where what they show has changed. */
final class Making {

    private final MadeCache cache;
    private final Drawn drawn;
    private final FileSink sink;

    /** @param drawn by this process so far */
    Making(MadeCache cache, Drawn drawn, FileSink sink) {
        this.cache = cache;
        this.drawn = drawn;
        this.sink = sink;
    }

    List<OutputFile> make(List<MadeFile> made) throws BuildFailure, PublishFailure {
        List<OutputFile> files = new ArrayList<>();
        Map<OutputPath, byte[]> fresh = drawn(made);
        for (MadeFile file : made) {
            Optional<Fingerprint> known = file.shows().flatMap(shows -> cache.find(file, shows));
            if (known.isPresent()) {
                files.add(new OutputFile(file.path(), file.kind(), known.get(), () -> again(file)));
            } else {
                byte[] before = fresh.get(file.path());
                byte[] bytes = before == null ? file.bytes().get() : before;
                OutputFile output = sink.take(file.path(), file.kind(), bytes);
                file.shows().ifPresent(shows -> cache.put(file, shows, output.fingerprint()));
                files.add(output);
            }
        }
        return files;
    }

    /** The bytes of a file that was thought to stand in the site. */
    private static InputStream again(MadeFile file) throws IOException {
        try {
            return new ByteArrayInputStream(file.bytes().get());
        } catch (DrawingFailure e) {
            throw new IOException("drawn before: " + file.path(), e);
        }
    }

    /** The bytes of what takes long and is not known, made side by side. */
    private Map<OutputPath, byte[]> drawn(List<MadeFile> made) throws BuildFailure {
        try {
            return made.stream()
                    .filter(file -> file.shows()
                            .filter(shows -> cache.find(file, shows).isEmpty())
                            .isPresent())
                    .toList()
                    .parallelStream()
                    .collect(Collectors.toMap(MadeFile::path, file -> drawn.bytes(file)));
        } catch (DrawingFailure e) {
            throw new BuildFailure(BuildFailure.Reason.NO_DRAWING, "", e);
        }
    }
}
