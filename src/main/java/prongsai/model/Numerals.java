package prongsai.model;

/** The digits that a site shows its citizens ({@code site.yaml: numerals}). Codes such as O42 are never rewritten. */
public enum Numerals {
    /** Thai digits (เลขไทย), ๐ to ๙. */
    THAI('๐'),
    /** Arabic digits (เลขอารบิก), 0 to 9. */
    ARABIC('0');

    private final char zero;

    Numerals(char zero) {
        this.zero = zero;
    }

    /** The text with every digit, Thai or Arabic, in this form; all other characters stay. */
    public String write(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int digit = digit(text.charAt(i));
            out.append(digit < 0 ? text.charAt(i) : (char) (zero + digit));
        }
        return out.toString();
    }

    public String write(int number) {
        return write(Integer.toString(number));
    }

    private static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c >= '๐' && c <= '๙' ? c - '๐' : -1;
    }
}
