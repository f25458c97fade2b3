package prongsai.build;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import prongsai.feeds.MadeFile;
import prongsai.feeds.picture.DrawingFailure;
import prongsai.publish.PublishFailure;
import prongsai.site.Fingerprint;
import prongsai.site.OutputFile;

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

    /** Makes the files side by side: a few take longer than all others. */
    List<OutputFile> make(List<MadeFile> made) throws BuildFailure, PublishFailure {
        List<OutputFile> files = new ArrayList<>();
        for (Outcome outcome : SideBySide.map(made, this::attempt)) {
            files.add(outcome.file());
        }
        return files;
    }

    /** What became of a file; one thread's exception would reach another as a copy. */
    private interface Outcome {
        OutputFile file() throws BuildFailure, PublishFailure;
    }

    private Outcome attempt(MadeFile made) {
        try {
            OutputFile file = make(made);
            return () -> file;
        } catch (PublishFailure e) {
            return () -> {
                throw e;
            };
        } catch (DrawingFailure e) {
            return () -> {
                throw new BuildFailure(BuildFailure.Reason.NO_DRAWING, "", e);
            };
        }
    }

    private OutputFile make(MadeFile file) throws PublishFailure {
        Optional<Fingerprint> known = file.shows().flatMap(shows -> cache.find(file, shows));
        if (known.isPresent()) {
            return new OutputFile(file.path(), file.kind(), known.get(), () -> again(file));
        }
        if (file.isTable()) {
            return sink.take(file.path(), file.kind(), file.writing());
        }
        byte[] bytes = file.shows().isPresent() ? drawn.bytes(file) : file.bytes();
        OutputFile output = sink.take(file.path(), file.kind(), bytes);
        file.shows().ifPresent(shows -> cache.put(file, shows, output.fingerprint()));
        return output;
    }

    /** The bytes of a file that was thought to stand in the site. */
    private static InputStream again(MadeFile file) throws IOException {
        try {
            return new ByteArrayInputStream(file.bytes());
        } catch (DrawingFailure e) {
            throw new IOException("drawn before: " + file.path(), e);
        }
    }
}
