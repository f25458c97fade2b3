package prongsai.check.attachment;

import java.util.ArrayList;
import java.util.List;

/** The cells of a row of a sheet, as they come. */
final class Row {

    private final Reading reading;
    private final Within within;
    private final String sheet;
    private final List<String> texts = new ArrayList<>();
    private String first = "";
    private String last = "";

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
        first = texts.isEmpty() ? reference : first;
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
