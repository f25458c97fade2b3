package prongsai.check.attachment;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

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
        PdfFonts.install();
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

    /** A picture of noise, 100 by 100, that covers this part of a page. */
    static Change pageWithPicture(float x, float y, float width, float height, Drawing... drawings) {
        return document -> {
            page(drawings).of(document);
            BufferedImage noise = new BufferedImage(100, 100, BufferedImage.TYPE_BYTE_GRAY);
            PDImageXObject picture = LosslessFactory.createFromImage(document, noise);
            PDPage page = document.getPage(document.getNumberOfPages() - 1);
            try (PDPageContentStream content = new PDPageContentStream(document, page, AppendMode.APPEND, true)) {
                content.drawImage(picture, x, y, width, height);
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
