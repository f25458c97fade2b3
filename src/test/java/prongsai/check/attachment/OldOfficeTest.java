package prongsai.check.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.poi.hslf.usermodel.HSLFSlide;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hslf.usermodel.HSLFTextBox;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFClientAnchor;
import org.apache.poi.hssf.usermodel.HSSFComment;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of Office to 2003, by the passages that each gives. */
class OldOfficeTest {

    @TempDir
    Path folder;

    @AfterEach
    void forgetThePassword() {
        Biff8EncryptionKey.setCurrentUserPassword(null);
    }

    static byte[] workbook() throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            HSSFSheet sheet = workbook.createSheet("ข้อมูล");
            HSSFRow row = sheet.createRow(1);
            row.createCell(0).setCellValue("สมชาย");
            row.createCell(1).setCellValue(1101700203451d);
            row.createCell(2).setCellFormula("B2*1");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            HSSFComment comment = sheet.createDrawingPatriarch()
                    .createCellComment(new HSSFClientAnchor(0, 0, 0, 0, (short) 4, 2, (short) 6, 5));
            comment.setString(new HSSFRichTextString("โน้ต 0812345678"));
            comment.setAuthor("ผู้เขียน");
            row.getCell(0).setCellComment(comment);
            sheet.getHeader().setCenter("หัว");
            workbook.createSheet("ซ่อน").createRow(0).createCell(0).setCellValue("ลับ");
            workbook.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    @Test
    void givesCellsNotesAndHiddenSheetsOfExcel() throws IOException {
        Found found = Found.in(folder, "a.xls", workbook());
        assertThat(found.passages)
                .containsExactly(
                        "PART workbook | ข้อมูล",
                        "PART workbook | ซ่อน",
                        "PART ข้อมูล | &Cหัว&L&R",
                        "CELL ข้อมูล!A2 | สมชาย",
                        "CELL ข้อมูล!B2 | 1101700203451",
                        "CELL ข้อมูล!C2 | 1101700203451",
                        "CELL ข้อมูล!A2 | โน้ต 0812345678",
                        "CELL ข้อมูล!A2 | ผู้เขียน",
                        "CELL ข้อมูล!A2:C2 | สมชาย\t1101700203451\t1101700203451",
                        "CELL ซ่อน!A1 | ลับ");
        assertThat(found.unreadable).isEmpty();
    }

    @Test
    void saysThatAnOldWorkbookIsEncrypted() throws IOException {
        Biff8EncryptionKey.setCurrentUserPassword("ลับ");
        byte[] bytes = workbook();
        Biff8EncryptionKey.setCurrentUserPassword(null);
        Found found = Found.in(folder, "a.xls", bytes);
        assertThat(found.unreadable).containsExactly(Unreadable.ENCRYPTED);
    }

    static byte[] slides() throws IOException {
        try (HSLFSlideShow show = new HSLFSlideShow()) {
            HSLFSlide slide = show.createSlide();
            HSLFTextBox box = slide.createTextBox();
            box.setText("เลข 1101700203451\nบรรทัดสอง");
            slide.setHidden(true);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            show.write(out);
            return out.toByteArray();
        }
    }

    @Test
    void givesTheSlidesOfPowerPoint() throws IOException {
        Found found = Found.in(folder, "a.ppt", slides());
        assertThat(found.of(Place.Kind.SLIDE)).containsExactly("SLIDE 1 | เลข 1101700203451\nบรรทัดสอง");
        assertThat(found.unreadable).isEmpty();
    }

    @Test
    void saysThatANewDocumentIsEncrypted() throws IOException {
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            files.createDocument(new java.io.ByteArrayInputStream(new byte[5000]), "EncryptedPackage");
            files.createDocument(new java.io.ByteArrayInputStream(new byte[10]), "EncryptionInfo");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            files.writeFilesystem(out);
            Found found = Found.in(folder, "a.docx", out.toByteArray());
            assertThat(found.unreadable).containsExactly(Unreadable.ENCRYPTED);
            assertThat(found.passages).isEmpty();
        }
    }

    @Test
    void readsAFileInACompoundFile() throws IOException {
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            byte[] inner = Office.word("<w:p><w:r><w:t>ใน</w:t></w:r></w:p>").bytes();
            files.createDocument(new java.io.ByteArrayInputStream(inner), "Package");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            files.writeFilesystem(out);
            Found found = Found.in(folder, "oleObject1.bin", out.toByteArray());
            assertThat(found.passages).containsExactly("PART Package: document | ใน");
            assertThat(found.unreadable).isEmpty();
        }
    }

    @Test
    void saysThatARandomFileIsOfAnUnknownKind() throws IOException {
        byte[] bytes = "Rar!\u001a\u0007\u0001\0".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Found.in(folder, "a.rar", bytes).unreadable).containsExactly(Unreadable.UNKNOWN_KIND);
    }
}
