package prongsai.check.attachment;

/** Office Open XML files in the making: the parts that a test does not give are as small as they can be. */
final class Office {

    static final String WORD = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    static final String SHEET = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    static final String SLIDE = "xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\""
            + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private static final String TYPES =
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>";

    private Office() {}

    /** A package whose main part is {@code main}. */
    static Archive of(String main) {
        return new Archive()
                .with("[Content_Types].xml", TYPES)
                .with("_rels/.rels", relations("rId1=officeDocument=" + main));
    }

    /** Relationships, each as {@code id=type=target}. */
    static String relations(String... relations) {
        StringBuilder xml = new StringBuilder(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        for (String relation : relations) {
            String[] parts = relation.split("=", 3);
            xml.append(
                    "<Relationship Id=\"%s\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s\" Target=\"%s\"/>"
                            .formatted((Object[]) parts));
        }
        return xml.append("</Relationships>").toString();
    }

    /** A document with this body. */
    static Archive word(String body) {
        return of("word/document.xml")
                .with("word/document.xml", "<w:document " + WORD + "><w:body>" + body + "</w:body></w:document>");
    }

    /** A workbook of one sheet, named ข้อมูล, with these rows. */
    static Archive workbook(String rows) {
        return workbook("<sheet name=\"ข้อมูล\" sheetId=\"1\" r:id=\"rId1\"/>", rows);
    }

    static Archive workbook(String sheets, String rows) {
        return of("xl/workbook.xml")
                .with("xl/workbook.xml", "<workbook " + SHEET + "><sheets>" + sheets + "</sheets></workbook>")
                .with(
                        "xl/_rels/workbook.xml.rels",
                        relations(
                                "rId1=worksheet=worksheets/sheet1.xml",
                                "rId2=worksheet=worksheets/sheet2.xml",
                                "rId9=sharedStrings=sharedStrings.xml"))
                .with("xl/worksheets/sheet1.xml", sheet(rows));
    }

    static String sheet(String rows) {
        return "<worksheet " + SHEET + "><sheetData>" + rows + "</sheetData></worksheet>";
    }
}
