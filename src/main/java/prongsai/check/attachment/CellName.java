package prongsai.check.attachment;

/** Names of cells as spreadsheets show them. */
final class CellName {

    private static final int LETTERS = 26;

    private static final int MOST_LETTERS = 3;

    private CellName() {}

    /** The column that a name says, counted from 1: 2 for {@code B2}; 0 if it says none. */
    static int column(String name) {
        int column = 0;
        for (int i = 0; i < name.length() && i < MOST_LETTERS; i++) {
            char letter = name.charAt(i);
            if (letter < 'A' || letter > 'Z') {
                break;
            }
            column = column * LETTERS + letter - 'A' + 1;
        }
        return column;
    }

    /** {@code B2} for column 2 of row 2; both count from 1. */
    static String of(int column, long row) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
        }
        return letters.append(row).toString();
    }
}
