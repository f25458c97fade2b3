package prongsai.source;

/**
 * Turns offsets counted in code points, as YAML counts, into offsets of the text. Asked for ascending offsets it goes
 * over the text once.
 */
final class CodePoints {

    private final String text;
    private final boolean same;
    private int codePoints;
    private int units;

    CodePoints(String text) {
        this.text = text;
        this.same = text.codePointCount(0, text.length()) == text.length();
    }

    int offset(int codePointOffset) {
        if (same) {
            return Math.min(codePointOffset, text.length());
        }
        if (codePointOffset < codePoints) {
            codePoints = 0;
            units = 0;
        }
        while (codePoints < codePointOffset && units < text.length()) {
            units += Character.charCount(text.codePointAt(units));
            codePoints++;
        }
        return units;
    }
}
