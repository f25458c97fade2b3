package prongsai.check.attachment;

import java.util.List;

/**
 * Lines of one place, given in pieces: neither a passage a line, which a number over two lines would slip through, nor one
 * of 50 MB.
 */
final class Flow {

    /** Characters after which a piece is given. */
    private static final int PIECE = 1 << 15;

    private final Reading reading;
    private final Place place;
    private final Seam seam = new Seam();
    private final StringBuilder piece = new StringBuilder();

    Flow(Reading reading, Place place) {
        this.reading = reading;
        this.place = place;
    }

    void line(String line) {
        if (line.isBlank()) {
            return;
        }
        if (piece.length() + line.length() > PIECE) {
            give();
        }
        piece.append(piece.isEmpty() ? "" : "\n").append(line);
    }

    /** Gives the cells of a row as one piece, after the lines before it. */
    void row(List<String> cells) {
        if (cells.stream().filter(c -> !c.isBlank()).count() > 1) {
            give();
            reading.text(place, String.join("\t", cells));
        }
    }

    /** Gives what is left. */
    void give() {
        if (piece.isEmpty()) {
            return;
        }
        String text = piece.toString();
        piece.setLength(0);
        seam.next(text).ifPresent(s -> reading.text(place, s));
        reading.text(place, text);
    }
}
