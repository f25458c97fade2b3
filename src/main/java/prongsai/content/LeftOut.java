package prongsai.content;

import java.util.Optional;
import java.util.OptionalInt;
import prongsai.model.FilePath;
import prongsai.source.FrontMatter;
import prongsai.source.SourceFile;
import prongsai.source.TextBlock;

/** A file whose record is not in the site for its own mistakes: whoever names it is not to blame. */
public final class LeftOut {

    private final FilePath path;
    private final Optional<SourceFile> markdown;

    /** @param markdown the file's text, where it is one with front matter */
    LeftOut(FilePath path, Optional<SourceFile> markdown) {
        this.path = path;
        this.markdown = markdown;
    }

    public FilePath path() {
        return path;
    }

    /** The Markdown behind the front matter, whatever is wrong with that; empty where nothing tells where it begins. */
    public Optional<TextBlock> body() {
        if (markdown.isEmpty()) {
            return Optional.empty();
        }
        OptionalInt start = FrontMatter.bodyStart(markdown.get().text());
        return start.isPresent() ? Optional.of(TextBlock.in(markdown.get(), start.getAsInt())) : Optional.empty();
    }
}
