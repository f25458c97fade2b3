package prongsai.check.attachment;

import java.util.ArrayList;
import java.util.List;

/** The cells of a row of a sheet, as they come. */
final class Row {

    private static final int MOST_SKIPPED = 12;

    private final Reading reading;
    private final Within within;
    private final String sheet;
    private final List<String> texts = new ArrayList<>();
    private String first = "";
    private String last = "";
    /** The first cell's. */
    private int column;

    Row(Reading reading, Within within, String sheet) {
        this.reading = reading;
        this.within = within;
        this.sheet = sheet;
    }

    /** Gives a cell, and keeps it for the row. */
    void cell(String reference, String text) {
        if (text.isBlank()) {
            return;
        }
        reading.text(place(reference), text);
        if (texts.isEmpty()) {
            first = reference;
            column = CellName.column(reference);
        }
        // An empty cell between keeps the others under their headings; a row of a few cells far apart is no table.
        int skipped = CellName.column(reference) - column - texts.size();
        for (int i = 0; i < skipped && skipped <= MOST_SKIPPED; i++) {
            texts.add("");
        }
        last = reference;
        texts.add(text);
    }

    /** Gives the row, if it has more cells than one. */
    void end() {
        if (texts.size() > 1) {
            reading.text(place(first + ":" + last), String.join("\t", texts));
        }
        texts.clear();
    }

    private Place place(String reference) {
        return within.place(Place.Kind.CELL, sheet + "!" + reference);
    }
}
