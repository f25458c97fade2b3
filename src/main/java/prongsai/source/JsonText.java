package prongsai.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.Optional;

/** Reads JSON into values with positions. */
public final class JsonText {

    // A source quoted in an exception would be the officer's data.
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private JsonText() {}

    /**
     * Reads the whole text as one value. Parsing is from characters, so that a column counts what an editor counts.
     *
     * @return empty where the text is not JSON; the reason is then among the problems
     */
    public static Optional<Value> parse(SourceFile source, Problems problems) {
        SourceText file = source.open();
        try (JsonParser parser = FACTORY.createParser(file.text())) {
            TreeReader reader = new TreeReader(parser, file, offset -> offset, problems);
            if (parser.nextToken() == null) {
                problems.add(ProblemCode.EMPTY_FILE, SourcePosition.startOf(file.path()));
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
            problems.add(describe(file, e));
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory failed", e);
        }
        return Optional.empty();
    }

    /** Names the mistakes that people make most where they stand, not where the parser noticed them. */
    private static Problem describe(SourceText file, JsonProcessingException e) {
        String text = file.text();
        int noticed = offset(text, e);
        int before = lastVisible(text, noticed);
        String message = e.getOriginalMessage();
        if (text.substring(noticed).isBlank()) {
            return new Problem(ProblemCode.BAD_JSON, file.at(lastVisible(text, text.length()) + 1));
        }
        char found = text.charAt(noticed);
        if (before >= 0 && text.charAt(before) == ',' && (found == '}' || found == ']')) {
            return new Problem(ProblemCode.TRAILING_COMMA, file.at(before));
        }
        if (message.contains("was expecting comma")) {
            return new Problem(ProblemCode.MISSING_COMMA, file.at(before + 1));
        }
        if (found == '\n' && message.contains("Illegal unquoted character")) {
            return new Problem(ProblemCode.TEXT_NOT_CLOSED, file.at(noticed));
        }
        return new Problem(ProblemCode.BAD_JSON, file.at(noticed), Character.toString(text.codePointAt(noticed)));
    }

    private static int offset(String text, JsonProcessingException e) {
        long offset = e.getLocation() == null ? 0 : e.getLocation().getCharOffset();
        return (int) Math.max(0, Math.min(offset, text.length()));
    }

    /** The offset of the last character before {@code end} that is no space; -1 if there is none. */
    private static int lastVisible(String text, int end) {
        int last = end - 1;
        while (last >= 0 && Character.isWhitespace(text.charAt(last))) {
            last--;
        }
        return last;
    }
}
