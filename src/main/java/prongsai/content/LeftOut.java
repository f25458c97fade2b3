package prongsai.content;

import java.util.Optional;
import java.util.OptionalInt;
import prongsai.source.FrontMatter;
import prongsai.source.SourceFile;
import prongsai.source.TextBlock;

/** A file whose record is not in the site for its own mistakes: whoever names it is not to blame. */
public final class LeftOut {

    private final Optional<SourceFile> markdown;

    /** @param markdown the file, where it is one with front matter */
    LeftOut(Optional<SourceFile> markdown) {
        this.markdown = markdown;
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
