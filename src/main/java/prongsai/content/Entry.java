package prongsai.content;

import prongsai.model.FilePath;
import prongsai.source.SourceFile;
import prongsai.source.SourcePosition;
import prongsai.source.TextBlock;
import prongsai.source.Value;

/**
 * A record together with where it was read from, so that a later stage can say where the officer should look.
 *
 * @param path the record's file, from {@code content/}
 * @param source the file's text
 * @param fields the JSON or YAML fields with their positions
 * @param bodyStart offset of the Markdown text in the file; its length where there is none
 */
public record Entry<T>(T record, FilePath path, SourceFile source, Value.Mapping fields, int bodyStart) {

    /** Where the value at a JSON pointer stands, such as {@code /sections/0/lowestIndicator}. */
    public SourcePosition at(String pointer) {
        return fields.at(pointer).position();
    }

    /** Where the record begins. */
    public SourcePosition position() {
        return SourcePosition.startOf(source.path());
    }

    /** The Markdown text after the front matter. */
    public TextBlock body() {
        return TextBlock.in(source, bodyStart);
    }

    /** Markdown held by a field. */
    public TextBlock text(String pointer, String text) {
        return TextBlock.anchored(text, at(pointer));
    }
}
