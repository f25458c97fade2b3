package prongsai.check.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static prongsai.check.attachment.PdfFile.page;
import static prongsai.check.attachment.PdfFile.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PDF files, by the passages that each gives. */
class PdfReaderTest {

    @TempDir
    Path folder;

    private Found read(byte[] bytes) throws IOException {
        return Found.in(folder, "a.pdf", bytes);
    }

    @Test
    void givesThePagesInReadingOrder() throws IOException {
        Found found = read(PdfFile.of(
                page(text(50, 600, "second line"), text(50, 700, "first line")), page(text(50, 700, "page two"))));
        assertThat(found.of(Place.Kind.PAGE)).containsExactly("PAGE 1 | first line\nsecond line", "PAGE 2 | page two");
        assertThat(found.unreadable).isEmpty();
    }

    @Test
    void givesDigitsInBoxesOnOneLine() throws IOException {
        String number = "1101700203451";
        PdfFile.Drawing[] boxes = IntStream.range(0, number.length())
                .mapToObj(i -> text(50 + 25 * i, 700, number.substring(i, i + 1)))
                .toArray(PdfFile.Drawing[]::new);
        assertThat(read(PdfFile.of(page(boxes))).of(Place.Kind.PAGE))
                .containsExactly("PAGE 1 | 1 1 0 1 7 0 0 2 0 3 4 5 1");
    }

    @Test
    void joinsANumberThatGoesOverLinesOrPages() throws IOException {
        Found found = read(PdfFile.of(
                page(
                        text(50, 700, "number 1-1017-"),
                        text(50, 680, "00203-45-1 on two lines"),
                        text(50, 100, "08 1234")),
                page(text(50, 700, "5678 on the next"))));
        assertThat(found.of(Place.Kind.PAGE))
                .containsExactly(
                        "PAGE 1 | number 1-1017-\n00203-45-1 on two lines\n08 1234",
                        "PAGE 1-2 | 08 1234\n5678",
                        "PAGE 2 | 5678 on the next");
    }

    @Test
    void readsColumnsBothAcrossAndAsTheyWereDrawn() throws IOException {
        Found found = read(PdfFile.of(page(
                text(50, 700, "1101700"), text(50, 680, "left"), text(300, 700, "55"), text(300, 680, "20345 right"))));
        assertThat(found.of(Place.Kind.PAGE)).containsExactly("PAGE 1 | 1101700 55\nleft 20345 right");
        found = read(PdfFile.of(page(
                text(50, 700, "1-1017-"), text(50, 680, "00203-45-1"), text(300, 700, "55"), text(300, 680, "end"))));
        assertThat(found.of(Place.Kind.PAGE))
                .containsExactly("PAGE 1 | 1-1017- 55\n00203-45-1 end", "PAGE 1 | 1-1017-\n00203-45-1\n55\nend");
    }

    @Test
    void readsALetterDrawnTwiceToLookBoldOnce() throws IOException {
        Found found = read(PdfFile.of(page(text(50, 700, "1101700203451"), text(50.2f, 700, "1101700203451"))));
        assertThat(found.of(Place.Kind.PAGE)).containsExactly("PAGE 1 | 1101700203451");
    }

    @Test
    void tellsAScanFromAPageWithAPicture() throws IOException {
        assertThat(read(PdfFile.of(PdfFile.pageWithPicture(0, 0, 595, 842))).unreadable)
                .containsExactly(Unreadable.SCANNED);
        assertThat(read(PdfFile.of(PdfFile.pageWithPicture(0, 0, 595, 842, text(50, 20, "page 3")))).unreadable)
                .containsExactly(Unreadable.SCANNED);
        assertThat(read(PdfFile.of(PdfFile.pageWithPicture(0, 0, 595, 842, text(50, 20, "a caption of this picture"))))
                        .unreadable)
                .isEmpty();
        assertThat(read(PdfFile.of(PdfFile.pageWithPicture(10, 10, 40, 40))).unreadable)
                .isEmpty();
        assertThat(read(PdfFile.of(page())).unreadable).isEmpty();
    }

    @Test
    void tellsTextThatIsDrawnAsOutlines() throws IOException {
        Found found = read(PdfFile.of(page(content -> {
            for (int i = 0; i < 600; i++) {
                content.moveTo(i, 0);
                content.curveTo(i, 1, i, 2, i, 3);
            }
            content.fill();
        })));
        assertThat(found.unreadable).containsExactly(Unreadable.SCANNED);
    }

    @Test
    void saysThatAPasswordIsNeededAndReadsWithoutOneWhereThatIsAllowed() throws IOException {
        assertThat(read(encrypted("secret")).unreadable).containsExactly(Unreadable.ENCRYPTED);
        Found found = read(encrypted(""));
        assertThat(found.of(Place.Kind.PAGE)).containsExactly("PAGE 1 | behind a lock");
        assertThat(found.unreadable).isEmpty();
    }

    private static byte[] encrypted(String password) throws IOException {
        return PdfFile.of(page(text(50, 700, "behind a lock")), document -> {
            StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", password, new AccessPermission());
            policy.setEncryptionKeyLength(128);
            document.protect(policy);
        });
    }

    @Test
    void givesNotesFormsBookmarksAndProperties() throws IOException {
        byte[] pdf = PdfFile.of(page(text(50, 700, "text")), document -> {
            PDAnnotationText note = new PDAnnotationText();
            note.setContents("โน้ต 1101700203451");
            note.getCOSObject().setString(COSName.T, "ผู้เขียน");
            note.setRectangle(new PDRectangle(10, 10, 20, 20));
            document.getPage(0).setAnnotations(List.of(note));
            PDAcroForm form = new PDAcroForm(document);
            document.getDocumentCatalog().setAcroForm(form);
            form.setDefaultResources(new PDResources());
            form.getDefaultResources().put(COSName.getPDFName("Helv"), new PDType1Font(FontName.HELVETICA));
            form.setDefaultAppearance("/Helv 12 Tf 0 g");
            List<PDField> fields = new ArrayList<>();
            for (String digit : List.of("1", "2", "3")) {
                PDTextField field = new PDTextField(form);
                field.setPartialName("d" + digit);
                field.getCOSObject().setString(COSName.V, digit);
                fields.add(field);
            }
            form.setFields(fields);
            PDDocumentOutline outline = new PDDocumentOutline();
            PDOutlineItem bookmark = new PDOutlineItem();
            bookmark.setTitle("บทที่ 1");
            outline.addLast(bookmark);
            document.getDocumentCatalog().setDocumentOutline(outline);
            document.getDocumentInformation().setAuthor("นาย ก");
            PDMetadata xmp = new PDMetadata(
                    document,
                    new ByteArrayInputStream("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><a>ใน XMP</a></x:xmpmeta>"
                            .getBytes(StandardCharsets.UTF_8)));
            document.getDocumentCatalog().setMetadata(xmp);
        });
        Found found = read(pdf);
        assertThat(found.passages)
                .containsExactly(
                        "PAGE 1 | text",
                        "METADATA PDF Info | นาย ก",
                        "PAGE 1 | โน้ต 1101700203451\nผู้เขียน",
                        "PART form | 1\t2\t3",
                        "PART form | d1\n1\nd2\n2\nd3\n3",
                        "PART bookmarks | บทที่ 1",
                        "METADATA XMP | ใน XMP");
        assertThat(found.unreadable).isEmpty();
    }

    @Test
    void readsTheFilesInside() throws IOException {
        byte[] pdf = PdfFile.of(page(), document -> {
            PDEmbeddedFile file = new PDEmbeddedFile(
                    document, new ByteArrayInputStream("ก,1101700203451".getBytes(StandardCharsets.UTF_8)));
            PDComplexFileSpecification specification = new PDComplexFileSpecification();
            specification.setFile("data.csv");
            specification.setEmbeddedFile(file);
            PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(Map.of("data", specification));
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            document.getDocumentCatalog().setNames(names);
        });
        Found found = read(pdf);
        assertThat(found.passages)
                .containsExactly(
                        "LINE data.csv: 1 | ก,1101700203451",
                        "LINE data.csv: 1 | ก\t1101700203451",
                        "PART document | data\ndata.csv");
        assertThat(found.unreadable).isEmpty();
    }

    @Test
    void readsThePagesBesideABrokenOne() throws IOException {
        byte[] pdf = PdfFile.of(page(text(50, 700, "one")), page(text(50, 700, "two")), document -> {
            PDStream broken = new PDStream(document);
            broken.getCOSObject().setItem(COSName.FILTER, COSName.getPDFName("NoSuchFilter"));
            document.getPage(0).setContents(broken);
        });
        Found found = read(pdf);
        assertThat(found.of(Place.Kind.PAGE)).containsExactly("PAGE 2 | two");
        assertThat(found.unreadable).containsExactly(Unreadable.CORRUPT);
    }

    @Test
    void unpacksNoBomb() throws IOException {
        byte[] pdf = PdfFile.of(page(text(50, 700, "one")), document -> {
            PDStream bomb = new PDStream(document);
            try (OutputStream out = bomb.createOutputStream(COSName.FLATE_DECODE)) {
                for (int i = 0; i < 300; i++) {
                    out.write(new byte[1 << 20]);
                }
            }
            document.getPage(0).setContents(bomb);
        });
        Found found = read(pdf);
        assertThat(found.unreadable).containsExactly(Unreadable.TOO_LARGE);
    }
}
