package prongsai.deploy;

/** What a server says, made harmless: names in its listings and its own words. */
public final class ServerText {

    private static final int LONGEST_WORDS = 200;

    private ServerText() {}

    /**
     * Whether a name in a listing is one that a file of a site can have. Others ({@code ../x}, {@code a/b}, line breaks)
     * are left out of listings: whoever put them there, they are not ours.
     */
    public static boolean isName(String name) {
        return !name.isEmpty()
                && !name.equals(".")
                && !name.equals("..")
                && name.codePoints().noneMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c));
    }

    /** Where a file is put for a moment while another takes its place, on servers that cannot replace in one step. */
    public static String aside(String path) {
        return path + ".prongsai-old";
    }

    /** The server's own words as one line of printable letters. */
    public static String words(String said) {
        StringBuilder line = new StringBuilder();
        said.codePoints().limit(LONGEST_WORDS).forEach(c -> line.appendCodePoint(isPrintable(c) ? c : ' '));
        return line.toString().strip().replaceAll(" {2,}", " ");
    }

    /** Neither control characters nor those that turn the direction of a line around. */
    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
