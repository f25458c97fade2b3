package prongsai.check.attachment;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.extractor.OldExcelExtractor;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.CommonObjectDataSubRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.HeaderFooterBase;
import org.apache.poi.hssf.record.HyperlinkRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NameRecord;
import org.apache.poi.hssf.record.NoteRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.ObjRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.hssf.record.TextObjectRecord;
import org.apache.poi.poifs.filesystem.DirectoryNode;

/** Excel to 2003 (BIFF), record by record: hidden sheets are as any other, and no model of the workbook is built. */
final class OldExcel {

    private final Reading reading;
    private final Within within;
    private final List<String> sheets = new ArrayList<>();
    private final Map<Integer, String> notes = new HashMap<>();
    private String sheet = "";
    private int sheetCount;
    private Row row;
    private int rowNumber = -1;
    private int object;
    private SSTRecord strings = new SSTRecord();
    /** The cell of the formula whose text follows. */
    private String formula = "";

    OldExcel(Reading reading, Within within) {
        this.reading = reading;
        this.within = within;
        this.row = new Row(reading, within, sheet);
    }

    void read(DirectoryNode folder) throws IOException {
        HSSFRequest request = new HSSFRequest();
        request.addListenerForAllRecords(this::take);
        try {
            new HSSFEventFactory().processWorkbookEvents(request, folder);
            endSheet();
        } catch (OldExcelFormatException e) {
            readOlder(folder);
        }
    }

    /** Excel 95 and before. */
    private void readOlder(DirectoryNode folder) throws IOException {
        Flow flow = new Flow(reading, within.place(Place.Kind.PART, "workbook"));
        try (OldExcelExtractor extractor = new OldExcelExtractor(folder)) {
            extractor.getText().lines().map(Numbers::plain).forEach(flow::line);
        }
        flow.give();
    }

    private void take(Record found) {
        reading.check();
        if (found instanceof BoundSheetRecord bound) {
            sheets.add(bound.getSheetname());
            reading.text(within.place(Place.Kind.PART, "workbook"), bound.getSheetname());
        } else if (found instanceof BOFRecord start) {
            begin(start);
        } else if (found instanceof SSTRecord table) {
            strings = table;
        } else if (found instanceof CellValueRecordInterface cell) {
            takeCell(cell);
        } else if (found instanceof StringRecord text) {
            row.cell(formula, text.getString());
        } else {
            takeOther(found);
        }
    }

    private void begin(BOFRecord start) {
        if (start.getType() == BOFRecord.TYPE_WORKSHEET) {
            endSheet();
            sheet = sheetCount < sheets.size() ? sheets.get(sheetCount) : "";
            sheetCount++;
            row = new Row(reading, within, sheet);
            rowNumber = -1;
        }
    }

    private void endSheet() {
        row.end();
        // Text of shapes; that of a note has been given at its cell.
        notes.values().stream().sorted().forEach(t -> reading.text(within.place(Place.Kind.PART, sheet), t));
        notes.clear();
    }

    private void takeCell(CellValueRecordInterface cell) {
        if (cell.getRow() != rowNumber) {
            row.end();
            rowNumber = cell.getRow();
        }
        String name = CellName.of(cell.getColumn() + 1, cell.getRow() + 1L);
        if (cell instanceof NumberRecord number) {
            row.cell(name, plain(number.getValue()));
        } else if (cell instanceof LabelSSTRecord label && isInTable(label.getSSTIndex())) {
            row.cell(name, strings.getString(label.getSSTIndex()).getString());
        } else if (cell instanceof FormulaRecord computed) {
            formula = name;
            if (!computed.hasCachedResultString()) {
                row.cell(name, plain(computed.getValue()));
            }
        }
    }

    private boolean isInTable(int index) {
        return index >= 0 && index < strings.getNumUniqueStrings();
    }

    private static String plain(double value) {
        return Double.isFinite(value) && Math.abs(value) < 1e40
                ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                : "";
    }

    private void takeOther(Record found) {
        if (found instanceof LabelRecord label) {
            row.cell(CellName.of(label.getColumn() + 1, label.getRow() + 1L), label.getValue());
        } else if (found instanceof ObjRecord drawn) {
            drawn.getSubRecords().stream()
                    .filter(CommonObjectDataSubRecord.class::isInstance)
                    .forEach(s -> object = ((CommonObjectDataSubRecord) s).getObjectId());
        } else if (found instanceof TextObjectRecord text && text.getStr() != null) {
            notes.merge(object, text.getStr().getString(), (a, b) -> a + "\n" + b);
        } else if (found instanceof NoteRecord note) {
            String name = CellName.of(note.getColumn() + 1, note.getRow() + 1L);
            Place place = within.place(Place.Kind.CELL, sheet + "!" + name);
            reading.text(place, notes.getOrDefault(note.getShapeId(), ""));
            reading.text(place, note.getAuthor());
            notes.remove(note.getShapeId());
        } else if (found instanceof HeaderFooterBase edge) {
            reading.text(within.place(Place.Kind.PART, sheet), edge.getText());
        } else if (found instanceof HyperlinkRecord link) {
            giveLink(link);
        } else if (found instanceof NameRecord name) {
            reading.text(within.place(Place.Kind.PART, "workbook"), name.getNameText());
        }
    }

    private void giveLink(HyperlinkRecord link) {
        Place place = within.place(
                Place.Kind.CELL, sheet + "!" + CellName.of(link.getFirstColumn() + 1, link.getFirstRow() + 1L));
        for (String text : new String[] {link.getLabel(), link.getAddress()}) {
            if (text != null) {
                reading.text(place, text);
            }
        }
    }
}
