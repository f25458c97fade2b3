package prongsai.render;

/** Characters of text on their way into HTML. */
final class HtmlText {

    private HtmlText() {}

    /**
     * Appends text so that no character of it is markup.
     *
     * @return whether it could stay as it was
     */
    static boolean escape(String text, Chars out) {
        return append(text, out, "&<>");
    }

    /** Appends the value of an attribute, which stands between double quotes. */
    static void escapeValue(String text, Chars out) {
        append(text, out, "&<>\"");
    }

    /** Appends text as it is, but for the characters that no page may hold. */
    static void clean(String text, Chars out) {
        append(text, out, "");
    }

    static String clean(String text) {
        int i = 0;
        while (i < text.length() && isClean(text.charAt(i))) {
            i++;
        }
        if (i == text.length()) {
            return text;
        }
        Chars out = new Chars(text.length());
        clean(text, out);
        return out.toString();
    }

    private static boolean isClean(char c) {
        return isOrdinary(c) || c == '&' || c == '<' || c == '>' || c == '"';
    }

    /** Copies runs of ordinary characters whole: nearly all text is one run. */
    private static boolean append(String text, Chars out, String markup) {
        boolean ordinary = true;
        for (int i = 0; i < text.length(); i++) {
            int end = i;
            while (end < text.length() && isOrdinary(text.charAt(end))) {
                end++;
            }
            out.write(text, i, end - i);
            i = end;
            ordinary &= end == text.length();
            if (end < text.length() && markup.indexOf(text.charAt(end)) >= 0) {
                out.add(entity(text.charAt(end)));
            } else if (end < text.length()) {
                i = appendAllowed(text, end, out);
            }
        }
        return ordinary;
    }

    /** Needs no second look: Thai letters, and ASCII without markup. */
    static boolean isOrdinary(char c) {
        return (c >= 0x20 && c < 0x7F && c != '&' && c != '<' && c != '>' && c != '"')
                || c == '\n'
                || (c >= 0xA0 && c < 0x2000);
    }

    private static String entity(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            default -> "&quot;";
        };
    }

    /** An address or a piece of source for a message: without hidden characters, and not too long. */
    static String excerpt(String text) {
        String clean = clean(text).strip().replaceAll("\\s+", " ");
        if (clean.length() <= 60) {
            return clean;
        }
        int end = Character.isHighSurrogate(clean.charAt(59)) ? 59 : 60;
        return clean.substring(0, end) + "…";
    }

    /** Appends the code point at {@code i} if it may stand; returns the index of its last unit. */
    private static int appendAllowed(String text, int i, Chars out) {
        char c = text.charAt(i);
        if (!Character.isSurrogate(c)) {
            if (!isHidden(c)) {
                out.add(c);
            }
            return i;
        }
        if (!isPaired(text, i)) {
            out.add('\uFFFD');
            return i;
        }
        if (!isHidden(Character.toCodePoint(c, text.charAt(i + 1)))) {
            out.add(c);
            out.add(text.charAt(i + 1));
        }
        return i + 1;
    }

    /** Whether a whole code point begins at {@code i}: a surrogate (a half of one) must have its other half after it. */
    static boolean isPaired(CharSequence text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
    }

    /**
     * Characters that HTML forbids (controls, noncharacters), and those that make text read otherwise than it is stored:
     * the explicit direction controls ("Trojan Source") and stray byte order marks. The marks that Malay in Jawi script
     * or Arabic names may need (U+200E, U+200F) and the word joints of Thai (U+200B) stay.
     */
    static boolean isHidden(int c) {
        return (c < 0x20 && c != '\t' && c != '\n')
                || (c >= 0x7F && c <= 0x9F)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0xFEFF
                || (c >= 0xFDD0 && c <= 0xFDEF)
                || (c & 0xFFFE) == 0xFFFE;
    }
}
