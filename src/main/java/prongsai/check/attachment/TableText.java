package prongsai.check.attachment;

import java.util.Optional;
import javax.xml.stream.XMLStreamReader;

/** The cells of the sheets of an OpenDocument file by their place; everything is also handed on as text. */
final class TableText implements Xml.Handler {

    /** Cells and rows that are repeated: of empty ones a sheet has a million. */
    private static final int LAST_COLUMN = 1 << 14;

    private final Reading reading;
    private final Within within;
    private final Xml.Handler rest;

    private Row row;
    private String sheet = "";
    private long line;
    private int column;
    private long repeatedRows = 1;
    private int repeatedCells = 1;
    private boolean isSheets;
    private Optional<StringBuilder> cell = Optional.empty();
    private String value = "";

    TableText(Reading reading, Within within, Xml.Handler rest) {
        this.reading = reading;
        this.within = within;
        this.rest = rest;
        this.row = new Row(reading, within, sheet);
    }

    @Override
    public void start(String name, XMLStreamReader xml) {
        isSheets |= name.equals("spreadsheet");
        if (isSheets) {
            startCell(name, xml);
        }
        rest.start(name, xml);
    }

    private void startCell(String name, XMLStreamReader xml) {
        switch (name) {
            case "table" -> {
                sheet = Xml.attribute(xml, "name").orElse("");
                row = new Row(reading, within, sheet);
                line = 0;
            }
            case "table-row" -> {
                repeatedRows = count(Xml.attribute(xml, "number-rows-repeated"));
                column = 0;
                line++;
            }
            case "table-cell", "covered-table-cell" -> {
                repeatedCells = count(Xml.attribute(xml, "number-columns-repeated"));
                value = Xml.attribute(xml, "value").map(Numbers::plain).orElse("");
                cell = Optional.of(new StringBuilder());
                column++;
            }
            default -> {}
        }
    }

    private static int count(Optional<String> repeated) {
        String digits = repeated.orElse("1");
        return digits.matches("[0-9]{1,7}") ? Integer.parseInt(digits) : 1;
    }

    @Override
    public void text(String text) {
        cell.ifPresent(c -> c.append(text));
        rest.text(text);
    }

    @Override
    public void comment(String text) {
        rest.comment(text);
    }

    @Override
    public void end(String name) {
        if (isSheets) {
            switch (name) {
                case "table-cell", "covered-table-cell" -> endCell();
                case "table-row" -> {
                    row.end();
                    line += repeatedRows - 1;
                }
                case "spreadsheet" -> isSheets = false;
                default -> {}
            }
        }
        rest.end(name);
    }

    private void endCell() {
        String shown = cell.map(StringBuilder::toString).orElse("").strip();
        cell = Optional.empty();
        row.cell(CellName.of(column, line), value.isEmpty() ? shown : value);
        column = Math.min(column + repeatedCells - 1, LAST_COLUMN);
    }
}
