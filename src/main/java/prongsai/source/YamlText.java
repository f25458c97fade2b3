package prongsai.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** Reads YAML into values with positions. */
public final class YamlText {

    /** Made when first needed: most sites have no text that {@link PlainYaml} leaves to it. */
    private static final class Library {
        private static final YAMLFactory FACTORY = YAMLFactory.builder()
                .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
                .loaderOptions(limits())
                .build();
    }

    private static final Pattern INDENTED_FIELD = Pattern.compile("[ ]+[^ ]+[ ]*");

    private YamlText() {}

    private static LoaderOptions limits() {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(TextReader.MAX_BYTES);
        return limits;
    }

    /** Reads a whole file. */
    public static Optional<Value> parse(SourceFile file, Problems problems) {
        SourceText text = file.open();
        return parse(text, 0, text.text().length(), problems);
    }

    /**
     * Reads a part of a file as one document.
     *
     * @return empty where the text is not YAML; the reason is then among the problems
     */
    static Optional<Value> parse(SourceText file, int start, int end, Problems problems) {
        Optional<Value> plain = PlainYaml.parse(file, start, end);
        return plain.isPresent() ? plain : parseAny(file, start, end, problems);
    }

    /** Reads whatever is YAML by the library. */
    static Optional<Value> parseAny(SourceText file, int start, int end, Problems problems) {
        String text = file.text().substring(start, end);
        CodePoints codePoints = new CodePoints(text);
        try (JsonParser parser = Library.FACTORY.createParser(text)) {
            TreeReader reader = new TreeReader(parser, file, offset -> start + codePoints.offset(offset), problems);
            if (parser.nextToken() == null) {
                problems.add(ProblemCode.EMPTY_FILE, file.at(start));
                return Optional.empty();
            }
            Value value = reader.read(0);
            if (parser.nextToken() != null) {
                problems.add(ProblemCode.TEXT_AFTER_END, reader.here());
                return Optional.empty();
            }
            return Optional.of(value);
        } catch (TreeReader.TooDeepException e) {
            problems.add(ProblemCode.TOO_DEEP, e.position());
        } catch (JsonProcessingException e) {
            problems.add(describe(file, start + codePoints.offset(noticed(e, text)), e));
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory failed", e);
        }
        return Optional.empty();
    }

    /** Where the mistake stands, in code points; if it was noticed only at the end of the text, where it began. */
    private static int noticed(JsonProcessingException e, String text) {
        if (e.getCause() instanceof MarkedYAMLException marked) {
            Mark problem = marked.getProblemMark();
            Mark context = marked.getContextMark();
            boolean atEnd = problem == null || problem.getIndex() >= lengthWithoutEnd(text);
            Mark chosen = atEnd && context != null ? context : problem;
            return chosen == null ? 0 : chosen.getIndex();
        }
        return e.getCause() instanceof ReaderException reader ? reader.getPosition() : 0;
    }

    private static int lengthWithoutEnd(String text) {
        String visible = text.stripTrailing();
        return visible.codePointCount(0, visible.length());
    }

    private static Problem describe(SourceText file, int noticed, JsonProcessingException e) {
        String message = e.getOriginalMessage();
        SourcePosition position = file.at(noticed);
        if (message.contains("'\\t(TAB)'")) {
            return new Problem(ProblemCode.TAB_INDENT, position);
        }
        if (!message.contains("mapping values are not allowed")) {
            return new Problem(ProblemCode.BAD_YAML, position);
        }
        String before = file.text().substring(noticed - position.column() + 1, noticed);
        // YAML takes a field that is indented too far for more text of the field above.
        return INDENTED_FIELD.matcher(before).matches()
                ? new Problem(
                        ProblemCode.BAD_INDENT, file.at(noticed - before.strip().length()))
                : new Problem(ProblemCode.UNQUOTED_COLON, position);
    }
}
