package prongsai.check.attachment;

import java.util.Optional;
import javax.xml.stream.XMLStreamReader;

/** Notes and threaded comments of a worksheet, each at its cell. */
final class CommentText implements Xml.Handler {

    private final Reading reading;
    private final Within within;
    private final String sheet;
    private final DocumentText rest;
    private final StringBuilder text = new StringBuilder();
    private Optional<String> cell = Optional.empty();

    CommentText(Reading reading, Within within, String sheet) {
        this.reading = reading;
        this.within = within;
        this.sheet = sheet;
        this.rest = new DocumentText(reading, within.place(Place.Kind.PART, sheet), false);
    }

    private static boolean isComment(String name) {
        return name.equals("comment") || name.equals("threadedComment");
    }

    @Override
    public void start(String name, XMLStreamReader xml) {
        if (isComment(name)) {
            cell = Xml.attribute(xml, "ref");
            text.setLength(0);
        }
        if (cell.isEmpty()) {
            rest.start(name, xml);
        }
    }

    @Override
    public void text(String characters) {
        if (cell.isEmpty()) {
            rest.text(characters);
        } else {
            text.append(characters);
        }
    }

    @Override
    public void end(String name) {
        if (cell.isEmpty()) {
            rest.end(name);
        } else if (isComment(name)) {
            reading.text(
                    within.place(Place.Kind.CELL, sheet + "!" + cell.get()),
                    text.toString().strip());
            cell = Optional.empty();
        }
    }

    /** Gives what is left. */
    void give() {
        rest.give();
    }
}
