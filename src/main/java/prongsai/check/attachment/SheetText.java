package prongsai.check.attachment;

import java.util.Optional;
import javax.xml.stream.XMLStreamReader;

/** A worksheet of Excel: each cell, each row, then what else is written on it. */
final class SheetText implements Xml.Handler {

    private final Reading reading;
    private final Within within;
    private final String sheet;
    private final Optional<SharedStrings> strings;
    /** Everything that is not a cell: headers and footers, hints of input, links. */
    private final DocumentText rest;

    private final Row row;
    private final StringBuilder value = new StringBuilder();
    private final StringBuilder formula = new StringBuilder();
    private String inside = "";
    private String reference = "";
    private String type = "";
    private boolean isData;
    private int column;
    private int line;

    SheetText(Reading reading, Within within, String sheet, Optional<SharedStrings> strings) {
        this.reading = reading;
        this.within = within;
        this.sheet = sheet;
        this.strings = strings;
        this.row = new Row(reading, within, sheet);
        this.rest = new DocumentText(reading, within.place(Place.Kind.PART, sheet), false);
    }

    @Override
    public void start(String name, XMLStreamReader xml) {
        isData |= name.equals("sheetData");
        if (!isData) {
            rest.start(name, xml);
            return;
        }
        inside = name;
        if (name.equals("c")) {
            column++;
            // A program may leave out what can be counted.
            reference = Xml.attribute(xml, "r").orElseGet(() -> CellName.of(column, line));
            type = Xml.attribute(xml, "t").orElse("n");
            value.setLength(0);
            formula.setLength(0);
        } else if (name.equals("row")) {
            row.end();
            line++;
            column = 0;
        }
    }

    @Override
    public void text(String text) {
        if (!isData) {
            rest.text(text);
        } else if (inside.equals("v") || inside.equals("t")) {
            value.append(text);
        } else if (inside.equals("f")) {
            formula.append(text);
        }
    }

    @Override
    public void end(String name) {
        if (!isData) {
            rest.end(name);
            return;
        }
        inside = "";
        switch (name) {
            case "c" -> endCell();
            case "row" -> row.end();
            case "sheetData" -> isData = false;
            default -> {}
        }
    }

    private void endCell() {
        String shown = switch (type) {
            case "s" -> strings.flatMap(s -> s.get(value.toString().strip())).orElse("");
            case "n" -> Numbers.plain(value.toString().strip());
            default -> value.toString();
        };
        row.cell(reference, shown);
        if (!formula.isEmpty()) {
            reading.text(within.place(Place.Kind.CELL, sheet + "!" + reference), formula.toString());
        }
    }

    /** Gives what is left. */
    void give() {
        row.end();
        rest.give();
    }
}
