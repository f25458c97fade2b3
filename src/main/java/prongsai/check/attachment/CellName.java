package prongsai.check.attachment;

/** Names of cells as spreadsheets show them. */
final class CellName {

    private static final int LETTERS = 26;

    private CellName() {}

    /** {@code B2} for column 2 of row 2; both count from 1. */
    static String of(int column, long row) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
        }
        return letters.append(row).toString();
    }
}
