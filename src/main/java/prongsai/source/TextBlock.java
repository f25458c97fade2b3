package prongsai.source;

import java.util.function.IntFunction;

/**
 * A piece of text, mostly Markdown, that can tell where each of its characters stands: either the end of a file, to the
 * column, or the decoded text of a JSON or YAML value, whose characters all answer the value's own position.
 */
public final class TextBlock {

    private final String text;
    private final IntFunction<SourcePosition> positions;

    private TextBlock(String text, IntFunction<SourcePosition> positions) {
        this.text = text;
        this.positions = positions;
    }

    /** The text of {@code file} from an offset to its end, read now and held as long as the block is. */
    public static TextBlock in(SourceFile file, int start) {
        SourceText whole = file.open();
        return new TextBlock(whole.text().substring(start), offset -> whole.at(start + offset));
    }

    /** Text decoded from a value. */
    public static TextBlock anchored(String text, SourcePosition value) {
        return new TextBlock(text, offset -> value);
    }

    public String text() {
        return text;
    }

    /** The position of the character at an offset of {@link #text()}. */
    public SourcePosition at(int offset) {
        return positions.apply(offset);
    }
}
