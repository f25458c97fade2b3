package prongsai.bench;

import java.io.IOException;
import java.nio.file.Path;

/** Makes a content folder of made-up records for other measurements: {@code Content 1000 folder}. */
public final class Content {

    private Content() {}

    public static void main(String[] arguments) throws IOException {
        ProngsaiSite.writeContent(new Corpus(Integer.parseInt(arguments[0])), Path.of(arguments[1]));
    }
}
