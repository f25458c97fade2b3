package prongsai.check.personal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A second look at text that is the source of a page, a JSON file or an address: tags are taken away, named characters,
 * {@code \u0e51} and {@code %20} are what they stand for. Each replacement fills the place of what it replaces with unseen
 * characters, so that offsets stay those of the text.
 */
final class SourceView {

    private static final int LONGEST_ENTITY = 10;

    /** Tags that put no space between what stands before and after them. */
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "b", "bdi", "bdo", "big", "code", "data", "del", "em", "font", "i", "ins", "kbd", "label",
            "mark", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "!--");

    private static final Map<String, Character> ENTITIES = Map.ofEntries(
            Map.entry("nbsp", ' '),
            Map.entry("ensp", ' '),
            Map.entry("emsp", ' '),
            Map.entry("thinsp", ' '),
            Map.entry("hairsp", ' '),
            Map.entry("numsp", ' '),
            Map.entry("puncsp", ' '),
            Map.entry("ndash", '-'),
            Map.entry("mdash", '-'),
            Map.entry("minus", '-'),
            Map.entry("hyphen", '-'),
            Map.entry("dash", '-'),
            Map.entry("horbar", '-'),
            Map.entry("shy", Glyphs.UNSEEN),
            Map.entry("zwnj", Glyphs.UNSEEN),
            Map.entry("zwj", Glyphs.UNSEEN),
            Map.entry("lrm", Glyphs.UNSEEN),
            Map.entry("rlm", Glyphs.UNSEEN),
            Map.entry("ZeroWidthSpace", Glyphs.UNSEEN),
            Map.entry("NoBreak", Glyphs.UNSEEN),
            Map.entry("middot", '.'),
            Map.entry("period", '.'),
            Map.entry("lowbar", '_'),
            Map.entry("sol", '/'),
            Map.entry("vert", '|'),
            Map.entry("quot", '*'),
            Map.entry("Tab", '\t'),
            Map.entry("NewLine", '\n'));

    private final String text;
    private final char[] plain;
    /** Made by the first replacement. */
    private char @Nullable [] view;

    private SourceView(String text, char[] plain) {
        this.text = text;
        this.plain = plain;
    }

    /**
     * The view, or empty where nothing in the text needs a second look.
     *
     * @param chars the characters of the text
     * @param plain the text as {@link Glyphs#read} sees it
     */
    static Optional<char[]> of(String text, char[] chars, char[] plain) {
        SourceView source = new SourceView(text, plain);
        source.decode(chars);
        return Optional.ofNullable(source.view);
    }

    private void decode(char[] chars) {
        int i = 0;
        while (i < chars.length) {
            i = switch (chars[i]) {
                case '<' -> tag(i);
                case '&' -> entity(i);
                case '\\' -> escape(i);
                case '%' -> percent(i);
                default -> i + 1;
            };
        }
    }

    private int replace(int start, int end, char meaning) {
        char[] changed = view == null ? plain.clone() : view;
        Arrays.fill(changed, start, end, Glyphs.UNSEEN);
        changed[start] = meaning;
        view = changed;
        return end;
    }

    /** A tag ends at the first {@code >}; text is looked at once, because the search stops at the next {@code <}. */
    private int tag(int start) {
        int name = start + 1 < text.length() && text.charAt(start + 1) == '/' ? start + 2 : start + 1;
        if (name >= text.length() || !(Glyphs.isLatin(text.charAt(name)) || text.charAt(name) == '!')) {
            return start + 1;
        }
        int end = name;
        while (end < text.length() && text.charAt(end) != '>' && text.charAt(end) != '<') {
            end++;
        }
        if (end == text.length() || text.charAt(end) == '<') {
            return end;
        }
        return replace(start, end + 1, space(tagName(name)));
    }

    private String tagName(int start) {
        int end = start;
        while (end < text.length() && end < start + LONGEST_ENTITY && "!-".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        while (end < text.length() && end < start + LONGEST_ENTITY && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        String name = text.substring(start, end).toLowerCase(Locale.ROOT);
        return name.startsWith("!--") ? "!--" : name;
    }

    private static char space(String tag) {
        return INLINE.contains(tag) ? Glyphs.UNSEEN : tag.equals("br") ? '\n' : '\t';
    }

    private int entity(int start) {
        int end = text.substring(start, Math.min(text.length(), start + LONGEST_ENTITY + 6))
                .indexOf(';');
        if (end < 0) {
            return start + 1;
        }
        String name = text.substring(start + 1, start + end);
        Character named = ENTITIES.get(name);
        if (named != null) {
            return replace(start, start + end + 1, named);
        }
        boolean hexadecimal = name.startsWith("#x") || name.startsWith("#X");
        int codePoint = name.startsWith("#") ? number(name.substring(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10) : -1;
        return codePoint < 0 ? start + 1 : replace(start, start + end + 1, Glyphs.of(codePoint));
    }

    /** The code point that digits name; -1 for what names none. Without exceptions: hostile text would be full of them. */
    private static int number(String digits, int radix) {
        int codePoint = digits.isEmpty() ? -1 : 0;
        for (int i = 0; i < digits.length() && codePoint >= 0; i++) {
            int digit = Character.digit(digits.charAt(i), radix);
            codePoint = digit < 0 ? -1 : codePoint * radix + digit;
            codePoint = codePoint > Character.MAX_CODE_POINT ? -1 : codePoint;
        }
        return codePoint;
    }

    /** The escapes of JSON and YAML. */
    private int escape(int start) {
        if (start + 1 >= text.length()) {
            return start + 1;
        }
        return switch (text.charAt(start + 1)) {
            case 'n', 'r' -> replace(start, start + 2, '\n');
            case 't' -> replace(start, start + 2, '\t');
            case 'u' -> {
                int codePoint = start + 6 <= text.length() ? number(text.substring(start + 2, start + 6), 16) : -1;
                yield codePoint < 0 ? start + 1 : replace(start, start + 6, Glyphs.of(codePoint));
            }
            default -> start + 2;
        };
    }

    /** Bytes of UTF-8 as an address writes them; Thai takes three ({@code %E0%B9%91} is ๑). */
    private int percent(int start) {
        int first = octet(start);
        if (first < 0) {
            return start + 1;
        }
        if (first < 0x80) {
            return replace(start, start + 3, Glyphs.of(first));
        }
        int second = octet(start + 3);
        int third = octet(start + 6);
        if ((first >> 4) == 0xE && (second >> 6) == 2 && (third >> 6) == 2) {
            return replace(
                    start, start + 9, Glyphs.of(((first & 0xF) << 12) | ((second & 0x3F) << 6) | (third & 0x3F)));
        }
        return replace(start, start + 3, '\uFFFD');
    }

    /** The byte that {@code %HH} at an offset stands for; -1 if there is none. */
    private int octet(int at) {
        if (at + 3 > text.length() || text.charAt(at) != '%') {
            return -1;
        }
        int high = Character.digit(text.charAt(at + 1), 16);
        int low = Character.digit(text.charAt(at + 2), 16);
        return high < 0 || low < 0 ? -1 : (high << 4) | low;
    }
}
