package prongsai.build;

import prongsai.publish.PublishFailure;
import prongsai.site.OutputFile;
import prongsai.site.OutputPath;

/** Where the bytes of a file go. */
@FunctionalInterface
interface FileSink {
    OutputFile take(OutputPath path, OutputFile.Kind kind, byte[] bytes) throws PublishFailure;
}
