package prongsai.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.UncheckedIOException;

/** Writes data as JSON for people and machines: indented by two spaces, lines ended by a line feed on every computer. */
public final class JsonOutput {

    private static final ObjectWriter WRITER = new ObjectMapper().writer(printer());
    private static final ObjectWriter SMALL = new ObjectMapper().writer();

    private JsonOutput() {}

    private static DefaultPrettyPrinter printer() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator("")
                .withObjectEmptySeparator(""));
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        return printer;
    }

    /** The same text as {@link #write}, in one line: for what many pages carry. */
    public static String small(Object tree) {
        return write(SMALL, tree);
    }

    /**
     * The text of a tree.
     *
     * @param tree maps in the order of their fields, lists, texts, numbers and truth values
     */
    public static String write(Object tree) {
        return write(WRITER, tree);
    }

    private static String write(ObjectWriter writer, Object tree) {
        try {
            return writer.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
