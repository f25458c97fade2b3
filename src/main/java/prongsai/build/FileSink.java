package prongsai.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import prongsai.publish.PublishFailure;
import prongsai.publish.Stage;
import prongsai.site.OutputFile;
import prongsai.site.OutputPath;

/** Where the bytes of a file go. */
interface FileSink {

    OutputFile take(OutputPath path, OutputFile.Kind kind, byte[] bytes) throws PublishFailure;

    /** The same for a file that is too large for memory. */
    OutputFile take(OutputPath path, OutputFile.Kind kind, OutputFile.Writing writing) throws PublishFailure;

    /** To know what would change takes no more of a file than what tells it from another. */
    FileSink COMPARING = new FileSink() {
        @Override
        public OutputFile take(OutputPath path, OutputFile.Kind kind, byte[] bytes) {
            return OutputFile.ofForgottenBytes(path, kind, bytes);
        }

        @Override
        public OutputFile take(OutputPath path, OutputFile.Kind kind, OutputFile.Writing writing) {
            try {
                return OutputFile.ofForgottenBytes(path, kind, writing);
            } catch (IOException e) {
                throw new UncheckedIOException("nothing was written that could fail", e);
            }
        }
    };

    /** To be published. */
    static FileSink to(Stage stage) {
        return new FileSink() {
            @Override
            public OutputFile take(OutputPath path, OutputFile.Kind kind, byte[] bytes) throws PublishFailure {
                return stage.write(path, kind, bytes);
            }

            @Override
            public OutputFile take(OutputPath path, OutputFile.Kind kind, OutputFile.Writing writing)
                    throws PublishFailure {
                return stage.write(path, kind, writing);
            }
        };
    }
}
