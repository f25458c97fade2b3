package prongsai.check.attachment;

/**
 * Where in a file a text stands, as a person finds it again: {@code Place(CELL, "ข้อมูล!B2")}. Inside an archive or another
 * file {@code where} begins with the name of the entry: {@code "2563/plan.xlsx: ข้อมูล!B2"}.
 *
 * @param where plain text, empty for the whole file
 */
public record Place(Kind kind, String where) {

    /** What {@code where} names. */
    public enum Kind {
        /** The whole file. */
        WHOLE,
        /** A line of a text file, numbered from 1; {@code 3-4} where a text goes over from one to the next. */
        LINE,
        /** A page of a PDF, numbered from 1; {@code 3-4} where a text goes over from one to the next. */
        PAGE,
        /** A cell of a spreadsheet, {@code ข้อมูล!B2}, or a row of them, {@code ข้อมูล!A2:D2}. */
        CELL,
        /** A slide, its notes and its comments, numbered from 1 in the order of the presentation, hidden ones too. */
        SLIDE,
        /** A part of a document: {@code document}, {@code header1}, {@code comments}. */
        PART,
        /** What a program notes about the file: its author, a field of EXIF or XMP. */
        METADATA
    }
}
