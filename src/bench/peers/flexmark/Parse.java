import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.misc.Extension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Parses the texts of all records under a folder on all processors, and prints how many there were. Nothing is made of them:
 * no generator that parses with flexmark can take less time.
 */
final class Parse {

    // With an extension that a text has no use for, the parser takes longer.
    private static final Parser PLAIN = parser();
    private static final Parser TABLES = parser(TablesExtension.create());
    private static final Parser FOOTNOTES = parser(TablesExtension.create(), FootnoteExtension.create());

    private Parse() {}

    public static void main(String[] arguments) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(arguments[0]))) {
            List<Path> records =
                    files.filter(file -> file.toString().endsWith(".md")).toList();
            int characters = records.parallelStream().mapToInt(Parse::parse).sum();
            System.out.println(records.size() + " records, " + characters + " characters");
        }
    }

    private static Parser parser(Extension... extensions) {
        return Parser.builder().extensions(List.of(extensions)).build();
    }

    private static int parse(Path record) {
        try {
            String text = Files.readString(record);
            String body = text.substring(text.indexOf("\n---\n") + 5);
            Parser parser = body.contains("[^") ? FOOTNOTES : body.contains("|") ? TABLES : PLAIN;
            return parser.parse(body).getEndOffset();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
