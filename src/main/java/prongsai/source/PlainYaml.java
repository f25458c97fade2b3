package prongsai.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the YAML that nearly every front matter is written in: fields a line each, plain or quoted text, lists and
 * mappings in brackets or by indentation. Whatever is out of the ordinary it leaves to the YAML library, which takes ten
 * times as long; what it does read is the same tree, to the column.
 */
final class PlainYaml {

    /** Deeper than any front matter; deeper text is the library's to judge. */
    private static final int MAX_DEPTH = 8;

    /** So many digits are surely a number and no date, amount or telephone. */
    private static final int MAX_DIGITS = 9;

    /** Words that YAML may take for something else than text. */
    private static final Set<String> LOADED_WORDS = Set.of("y", "n", "yes", "no", "true", "false", "on", "off", "null");

    /** Beyond those of hexadecimal digits. */
    private static final String NUMBER_LETTERS = "botxzinf";

    private static final String NEVER_FIRST = "-?:,[]{}#&*!|>'\"%@`~<=.+";
    private static final String NEVER_IN_FLOW = ":?[]{}";

    private final String path;
    private final String text;
    private final int end;

    private int at;
    private int line = 1;
    private int lineStart;
    private int lineEnd;

    /** Thrown where the library must read; it carries nothing. */
    private static final class UnusualException extends Exception {
        private static final long serialVersionUID = 1;

        UnusualException() {
            super("", null, false, false);
        }
    }

    private PlainYaml(SourceText file, int start, int end) {
        this.path = file.path();
        this.text = file.text();
        this.end = end;
        for (int i = text.indexOf('\n'); i >= 0 && i < start; i = text.indexOf('\n', i + 1)) {
            line++;
        }
        this.lineEnd = start - 1;
        this.line--;
    }

    /** Reads a part of a file that begins at a line; empty where the library must read it. */
    static Optional<Value> parse(SourceText file, int start, int end) {
        try {
            PlainYaml yaml = new PlainYaml(file, start, end);
            if (!yaml.nextLine()) {
                return Optional.empty();
            }
            Value value = yaml.mapping(0);
            return yaml.atEnd() ? Optional.of(value) : Optional.empty();
        } catch (UnusualException e) {
            return Optional.empty();
        }
    }

    /** Goes to the first visible character of the next line that has one and is no comment. */
    private boolean nextLine() throws UnusualException {
        while (lineEnd + 1 < end) {
            lineStart = lineEnd + 1;
            line++;
            int found = text.indexOf('\n', lineStart);
            lineEnd = found < 0 || found > end ? end : found;
            at = lineStart;
            skipSpaces();
            if (at < lineEnd && text.charAt(at) != '#') {
                return true;
            }
            expectOrdinary(at, lineEnd);
        }
        at = end;
        lineEnd = end;
        return false;
    }

    private boolean atEnd() {
        return at >= end;
    }

    private int column() {
        return at - lineStart;
    }

    private SourcePosition here() {
        return new SourcePosition(path, line, column() + 1);
    }

    private void skipSpaces() {
        while (at < lineEnd && text.charAt(at) == ' ') {
            at++;
        }
    }

    /** The character here; a line feed at the end of the line. */
    private char peek() {
        return at < lineEnd ? text.charAt(at) : '\n';
    }

    private void expect(boolean condition) throws UnusualException {
        if (!condition) {
            throw new UnusualException();
        }
    }

    /** Also a comment must be so: what ends a line for YAML ends the comment, and what follows is a field. */
    private void expectOrdinary(int from, int to) throws UnusualException {
        for (int i = from; i < to; i++) {
            expect(isOrdinary(text.charAt(i)));
        }
    }

    /** Fields that begin at the column where we are. */
    private Value.Mapping mapping(int depth) throws UnusualException {
        expect(depth < MAX_DEPTH);
        int column = column();
        Fields fields = new Fields(here());
        do {
            SourcePosition name = here();
            String key = key();
            fields.put(key, name, fieldValue(column, depth));
        } while (!atEnd() && column() == column);
        expect(atEnd() || column() < column);
        return fields.mapping();
    }

    /** The value of a field whose colon is behind us; afterwards we are on the line after it. */
    private Value fieldValue(int column, int depth) throws UnusualException {
        skipSpaces();
        if (at < lineEnd) {
            Value value = lineValue(depth);
            nextLine();
            return value;
        }
        expect(nextLine());
        boolean dash = isDash();
        expect(dash ? column() >= column : column() > column);
        return dash ? sequence(depth + 1) : mapping(depth + 1);
    }

    private boolean isDash() {
        return peek() == '-' && at + 1 < lineEnd && text.charAt(at + 1) == ' ';
    }

    /** Items that begin with a hyphen at the column where we are. */
    private Value sequence(int depth) throws UnusualException {
        expect(depth < MAX_DEPTH);
        SourcePosition position = here();
        int column = column();
        List<Value> items = new ArrayList<>();
        while (!atEnd() && column() == column && isDash()) {
            at++;
            skipSpaces();
            expect(at < lineEnd);
            if (isKey()) {
                items.add(mapping(depth + 1));
            } else {
                items.add(lineValue(depth));
                nextLine();
            }
        }
        expect(atEnd() || column() <= column);
        return new Value.Sequence(position, items);
    }

    private boolean isKey() {
        int i = at;
        while (i < lineEnd && isLetterOrDigit(text.charAt(i))) {
            i++;
        }
        return i > at && i < lineEnd && text.charAt(i) == ':';
    }

    /** A field's name and its colon. */
    private String key() throws UnusualException {
        expect(isKey() && !Character.isDigit(text.charAt(at)));
        int colon = text.indexOf(':', at);
        expect(colon + 1 >= lineEnd || text.charAt(colon + 1) == ' ');
        String key = text.substring(at, colon);
        at = colon + 1;
        return key;
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /** A value that takes the rest of the line. */
    private Value lineValue(int depth) throws UnusualException {
        char first = peek();
        Value value;
        if (first == '[' || first == '{' || first == '"' || first == '\'') {
            value = flowValue(depth + 1);
        } else {
            value = plain(lineEnd, false);
        }
        skipSpaces();
        expect(at == lineEnd);
        return value;
    }

    private Value flowValue(int depth) throws UnusualException {
        expect(depth < MAX_DEPTH);
        return switch (peek()) {
            case '[' -> flowSequence(depth);
            case '{' -> flowMapping(depth);
            case '"', '\'' -> quoted(peek());
            default -> plain(flowEnd(), true);
        };
    }

    private int flowEnd() {
        int i = at;
        while (i < lineEnd && ",]}".indexOf(text.charAt(i)) < 0) {
            i++;
        }
        return i;
    }

    private Value flowSequence(int depth) throws UnusualException {
        SourcePosition position = here();
        List<Value> items = new ArrayList<>();
        at++;
        skipSpaces();
        boolean more = peek() != ']';
        while (more) {
            items.add(flowValue(depth + 1));
            more = another(']');
        }
        at++;
        return new Value.Sequence(position, items);
    }

    private Value flowMapping(int depth) throws UnusualException {
        Fields fields = new Fields(here());
        at++;
        skipSpaces();
        boolean more = peek() != '}';
        while (more) {
            SourcePosition name = here();
            String key = key();
            skipSpaces();
            fields.put(key, name, flowValue(depth + 1));
            more = another('}');
        }
        at++;
        return fields.mapping();
    }

    /** Whether a comma comes before the bracket that closes. */
    private boolean another(char close) throws UnusualException {
        skipSpaces();
        if (peek() == close) {
            return false;
        }
        expect(peek() == ',');
        at++;
        skipSpaces();
        return true;
    }

    private Value quoted(char quote) throws UnusualException {
        SourcePosition position = here();
        int close = text.indexOf(quote, at + 1);
        expect(close > at + 1 && close < lineEnd);
        expectOrdinary(at + 1, close);
        String value = text.substring(at + 1, close);
        expect(value.indexOf('\\') < 0);
        at = close + 1;
        expect(peek() != quote);
        return new Value.Scalar(position, Value.Kind.TEXT, value, false);
    }

    /** Text without quotes up to an offset, or a number or day. */
    private Value plain(int limit, boolean flow) throws UnusualException {
        SourcePosition position = here();
        int from = at;
        int last = from;
        for (int i = from; i < limit; i++) {
            char c = text.charAt(i);
            expect(isOrdinary(c) && !(flow && NEVER_IN_FLOW.indexOf(c) >= 0));
            if (c == ' ') {
                continue;
            }
            last = i + 1;
            // A colon before a space makes a field, a hash after one a comment.
            expect(c != ':' || (i + 1 < limit && text.charAt(i + 1) != ' '));
            expect(c != '#' || text.charAt(i - 1) != ' ');
        }
        expect(last > from && NEVER_FIRST.indexOf(text.charAt(from)) < 0);
        at = limit;
        String value = text.substring(from, last);
        return new Value.Scalar(position, kind(value), value, kind(value) == Value.Kind.INTEGER);
    }

    private static Value.Kind kind(String plain) throws UnusualException {
        char first = plain.charAt(0);
        if (first >= '0' && first <= '9') {
            boolean number = first != '0' && plain.length() <= MAX_DIGITS && isDigits(plain, 0, plain.length());
            if (!number && !isDay(plain) && !hasOtherLetter(plain)) {
                throw new UnusualException();
            }
            return number ? Value.Kind.INTEGER : Value.Kind.TEXT;
        }
        if (plain.length() <= 5 && LOADED_WORDS.contains(plain.toLowerCase(Locale.ROOT))) {
            throw new UnusualException();
        }
        return Value.Kind.TEXT;
    }

    /** Whether there is a letter that neither a number nor a time has in any of YAML's forms. */
    private static boolean hasOtherLetter(String plain) {
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c > 0x7F || (c >= 'g' && c <= 'z' && NUMBER_LETTERS.indexOf(c) < 0)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDay(String plain) {
        return plain.length() == 10
                && isDigits(plain, 0, 4)
                && plain.charAt(4) == '-'
                && isDigits(plain, 5, 7)
                && plain.charAt(7) == '-'
                && isDigits(plain, 8, 10);
    }

    private static boolean isDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Neither a control character, nor a line break or byte order mark of Unicode's, nor half of a character. */
    private static boolean isOrdinary(char c) {
        return (c >= ' ' && c < 0x7F)
                || (c > 0xA0 && c < 0xD800 && c != '\u2028' && c != '\u2029')
                || (c >= 0xE000 && c < 0xFFFE && c != '\uFEFF');
    }

    /** Fields as they come. */
    private static final class Fields {
        private final SourcePosition position;
        private final Map<String, Value> values = new LinkedHashMap<>();
        private final Map<String, SourcePosition> names = new LinkedHashMap<>();

        Fields(SourcePosition position) {
            this.position = position;
        }

        void put(String key, SourcePosition name, Value value) throws UnusualException {
            if (values.putIfAbsent(key, value) != null) {
                throw new UnusualException();
            }
            names.put(key, name);
        }

        Value.Mapping mapping() {
            return new Value.Mapping(position, values, names);
        }
    }
}
