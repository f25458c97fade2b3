package prongsai.feeds;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A spreadsheet in Office Open XML (ECMA-376): every cell is a number or an inline string, so none is calculated.
 *
 * <p>The libraries that write such files stamp the time into them; here the same rows must give the same bytes.
 */
final class Xlsx {

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    /** The earliest time that a ZIP file can tell. */
    // The first of January 1980 means "earlier" to the format: Java then writes the true time, by the computer's time
    // zone.
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    /**
     * The effort of compression, 1..9: at 3 a table of 10,000 records takes a third of the time of the usual 6, and less
     * than at 1 or 2, since such a table is full of the same words.
     */
    private static final int EFFORT = 3;

    private Xlsx() {}

    /**
     * Writes one sheet whose first row is its head.
     *
     * @param name of the sheet
     * @param rows the head is the first
     * @param widths of the columns, in characters
     */
    static void write(String name, Stream<List<Cell>> rows, List<Integer> widths, OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(EFFORT);
            Utf8 text = new Utf8(zip);
            part("[Content_Types].xml", contentTypes(), zip, text);
            part("_rels/.rels", relationship("officeDocument", "xl/workbook.xml", ""), zip, text);
            part("xl/_rels/workbook.xml.rels", parts(), zip, text);
            part("xl/styles.xml", styles(), zip, text);
            part("xl/workbook.xml", workbook(name), zip, text);
            part("xl/worksheets/sheet1.xml", SheetXml.before(widths), zip, text);
            SheetXml sheet = new SheetXml(text);
            for (List<Cell> row : (Iterable<List<Cell>>) rows::iterator) {
                sheet.add(row);
            }
            text.text().append(SheetXml.AFTER);
            text.flush();
        }
    }

    /** Begins a part; what is written from now on belongs to it too. */
    private static void part(String name, String xml, ZipOutputStream zip, Utf8 text) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        text.text().append(XML).append(xml);
        text.flush();
    }

    private static String parts() {
        return relationship("worksheet", "worksheets/sheet1.xml", reference(2, "styles", "styles.xml"));
    }

    private static String contentTypes() {
        return "<Types xmlns=\"" + PACKAGE + "content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + override("/xl/workbook.xml", "sheet.main+xml")
                + override("/xl/worksheets/sheet1.xml", "worksheet+xml")
                + override("/xl/styles.xml", "styles+xml")
                + "</Types>";
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"" + part + "\" ContentType=\"" + TYPE + type + "\"/>";
    }

    private static String relationship(String type, String target, String more) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + reference(1, type, target) + more
                + "</Relationships>";
    }

    private static String reference(int number, String type, String target) {
        return "<Relationship Id=\"rId" + number + "\" Type=\"" + OFFICE + "/" + type + "\" Target=\"" + target
                + "\"/>";
    }

    private static String workbook(String name) {
        return "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheets><sheet name=\"" + Xml.text(name)
                + "\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
    }

    /** Style 1 is the head's: bold. Style 2 shows two decimals (ECMA-376, 18.8.30: number format 2 is {@code 0.00}). */
    private static String styles() {
        return "<styleSheet xmlns=\"" + MAIN + "\">"
                + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
                + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
                + "<fills count=\"1\"><fill><patternFill patternType=\"none\"/></fill></fills>"
                + "<borders count=\"1\"><border/></borders>"
                + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
                + "<cellXfs count=\"3\"><xf/><xf fontId=\"1\" applyFont=\"1\"/>"
                + "<xf numFmtId=\"2\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>";
    }
}
