package prongsai.check.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where Office files hide text. */
class OfficeTest {

    @TempDir
    Path folder;

    private Found read(String name, Archive archive) throws IOException {
        Found found = Found.in(folder, name, archive.bytes());
        assertThat(found.unreadable).isEmpty();
        return found;
    }

    @Test
    void givesDeletedTextApartAndInItsPlace() throws IOException {
        Archive docx = Office.word("<w:p><w:r><w:t>11017</w:t></w:r><w:del><w:r><w:delText>99</w:delText></w:r></w:del>"
                + "<w:r><w:t>00203451</w:t></w:r></w:p>");
        assertThat(read("a.docx", docx).passages).containsExactly("PART document | 1101700203451\n99\n110179900203451");
    }

    @Test
    void givesATextBoxInAParagraphApartFromIt() throws IOException {
        Archive docx =
                Office.word("<w:p><w:r><w:t>11017</w:t></w:r><w:r><w:txbxContent><w:p><w:r><w:t>กล่อง</w:t></w:r></w:p>"
                        + "</w:txbxContent></w:r><w:r><w:tab/><w:t>00203451</w:t></w:r></w:p>");
        assertThat(read("a.docx", docx).passages).containsExactly("PART document | กล่อง\n11017\t00203451");
    }

    @Test
    void givesEveryPartOfADocument() throws IOException {
        String paragraph = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>%s</w:t></w:r></w:p>";
        Archive docx = Office.word(
                        "<w:p><w:r><w:drawing><wp:docPr xmlns:wp=\"x\" id=\"1\" descr=\"บัตรของ ก\"/></w:drawing>"
                                + "<w:instrText>HYPERLINK \"mailto:a@b.c\"</w:instrText></w:r></w:p>")
                .with("word/header1.xml", "<w:hdr " + Office.WORD + ">" + paragraph.formatted("หัว") + "</w:hdr>")
                .with(
                        "word/comments.xml",
                        "<w:comments " + Office.WORD + "><w:comment w:author=\"ข\">" + paragraph.formatted("โน้ต")
                                + "</w:comment></w:comments>")
                .with(
                        "word/_rels/document.xml.rels",
                        "<Relationships><Relationship Target=\"https://a.th/?id=1101700203451\""
                                + " TargetMode=\"External\"/></Relationships>")
                .with("docProps/core.xml", "<c><creator>นาย ก</creator></c>")
                .with(
                        "word/embeddings/a.docx",
                        Office.word(paragraph.formatted("ใน")).bytes());
        assertThat(read("a.docx", docx).passages)
                .containsExactly(
                        "PART document | HYPERLINK \"mailto:a@b.c\"",
                        "PART document | บัตรของ ก",
                        "PART header1 | หัว",
                        "PART comments | โน้ต",
                        "PART comments | ข",
                        "PART document.xml | https://a.th/?id=1101700203451",
                        "METADATA core | นาย ก",
                        "PART a.docx: document | ใน");
    }

    @Test
    void givesHiddenSheetsNotesFormulasAndTextsThatNoCellShows() throws IOException {
        String sheets = "<sheet name=\"หนึ่ง\" sheetId=\"1\" r:id=\"rId1\"/>"
                + "<sheet name=\"ซ่อน\" sheetId=\"2\" state=\"veryHidden\" r:id=\"rId2\"/>";
        Archive xlsx = Office.workbook(
                        sheets,
                        "<row><c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"str\"><f>\"ก\"&amp;1</f><v>ก1</v></c></row>")
                .with("xl/worksheets/sheet2.xml", Office.sheet("<row><c r=\"D4\"><v>1101700203451</v></c></row>"))
                .with(
                        "xl/sharedStrings.xml",
                        "<sst><si><t>ไม่ใช้</t></si><si><r><t>ส</t></r><r><t>อง</t></r></si></sst>")
                .with("xl/worksheets/_rels/sheet2.xml.rels", Office.relations("rId1=comments=../comments1.xml"))
                .with(
                        "xl/comments1.xml",
                        "<comments><authors><author>ค</author></authors><commentList><comment ref=\"D4\"><text><r><t>โน้</t></r>"
                                + "<r><t>ต</t></r></text></comment></commentList></comments>");
        assertThat(read("a.xlsx", xlsx).passages)
                .containsExactly(
                        "PART workbook | หนึ่ง\nซ่อน",
                        "CELL หนึ่ง!A1 | สอง",
                        "CELL หนึ่ง!C1 | ก1",
                        "CELL หนึ่ง!C1 | \"ก\"&1",
                        "CELL หนึ่ง!A1:C1 | สอง\t\tก1",
                        "CELL ซ่อน!D4 | 1101700203451",
                        "CELL ซ่อน!D4 | โน้ต",
                        "PART ซ่อน | ค",
                        "PART sharedStrings | ไม่ใช้");
    }

    @Test
    void countsCellsThatDoNotSayWhereTheyAre() throws IOException {
        assertThat(read(
                                "a.xlsx",
                                Office.workbook("<row><c><v>1</v></c></row><row><c><v>2</v></c><c><v>3</v></c></row>"))
                        .of(Place.Kind.CELL))
                .containsExactly(
                        "CELL ข้อมูล!A1 | 1", "CELL ข้อมูล!A2 | 2", "CELL ข้อมูล!B2 | 3", "CELL ข้อมูล!A2:B2 | 2\t3");
    }

    @Test
    void numbersSlidesAsTheyAreShown() throws IOException {
        String slide = "<p:sld " + Office.SLIDE + " show=\"0\"><a:p><a:r><a:t>%s</a:t></a:r></a:p></p:sld>";
        Archive pptx = Office.of("ppt/presentation.xml")
                .with(
                        "ppt/presentation.xml",
                        "<p:presentation " + Office.SLIDE
                                + "><p:sldIdLst><p:sldId id=\"9\" r:id=\"rId2\"/><p:sldId id=\"8\" r:id=\"rId1\"/></p:sldIdLst>"
                                + "</p:presentation>")
                .with(
                        "ppt/_rels/presentation.xml.rels",
                        Office.relations("rId1=slide=slides/slide1.xml", "rId2=slide=slides/slide2.xml"))
                .with("ppt/slides/slide1.xml", slide.formatted("หลัง"))
                .with("ppt/slides/slide2.xml", slide.formatted("แรก"))
                .with(
                        "ppt/slides/_rels/slide2.xml.rels",
                        Office.relations("rId1=notesSlide=../notesSlides/notesSlide1.xml"))
                .with("ppt/notesSlides/notesSlide1.xml", slide.formatted("โน้ต"));
        assertThat(read("a.pptx", pptx).passages).containsExactly("SLIDE 2 | หลัง", "SLIDE 1 | แรก", "SLIDE 1 | โน้ต");
    }

    @Test
    void readsOpenDocumentSheetsAndTexts() throws IOException {
        Archive ods = openDocument("<office:spreadsheet><table:table table:name=\"ก\"><table:table-row"
                + " table:number-rows-repeated=\"2\"><table:table-cell/></table:table-row><table:table-row>"
                + "<table:table-cell table:number-columns-repeated=\"2\"/><table:table-cell office:value=\"1.101700203451E12\">"
                + "<text:p>1.1E+12</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet>");
        assertThat(read("a.ods", ods).passages)
                .containsExactly("CELL ก!C3 | 1101700203451", "PART content | 1.1E+12", "PART content | ก");
        Archive odt = openDocument(
                "<office:text><text:p>11017<text:span>00203</text:span>451<text:s text:c=\"2\"/>ก"
                        + "<office:annotation><dc:creator>ข</dc:creator><text:p>โน้ต</text:p></office:annotation></text:p></office:text>");
        assertThat(read("a.odt", odt).passages).containsExactly("PART content | ข\nโน้ต\n1101700203451  ก");
    }

    private static Archive openDocument(String body) {
        return new Archive()
                .with("mimetype", "application/vnd.oasis.opendocument")
                .with(
                        "content.xml",
                        "<office:document-content xmlns:office=\"o\" xmlns:text=\"t\" xmlns:table=\"b\" xmlns:dc=\"d\"><office:body>"
                                + body + "</office:body></office:document-content>");
    }

    @Test
    void saysThatAnOpenDocumentIsEncrypted() throws IOException {
        Archive odt = openDocument("")
                .with("META-INF/manifest.xml", "<manifest><file-entry><encryption-data/></file-entry></manifest>");
        assertThat(Found.in(folder, "a.odt", odt.bytes()).unreadable).containsExactly(Unreadable.ENCRYPTED);
    }
}
