package prongsai.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** PDF files in the making. */
final class PdfFile {

    private PdfFile() {}

    /** Draws on a page. */
    interface Drawing {
        void on(PDPageContentStream page) throws IOException;
    }

    /** Changes a document. */
    interface Change {
        void of(PDDocument document) throws IOException;
    }

    static byte[] of(Change... changes) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (Change change : changes) {
                change.of(document);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    static Change page(Drawing... drawings) {
        return document -> {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                for (Drawing drawing : drawings) {
                    drawing.on(content);
                }
            }
        };
    }

    /** Text from a point on, in Helvetica 12. */
    static Drawing text(float x, float y, String text) {
        return content -> {
            content.beginText();
            content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
            content.newLineAtOffset(x, y);
            content.showText(text);
            content.endText();
        };
    }
}
