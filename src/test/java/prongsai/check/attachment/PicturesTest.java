package prongsai.check.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is noted in pictures. */
class PicturesTest {

    @TempDir
    Path folder;

    @Test
    void givesTheTextsOfExifAndThePlace() throws IOException {
        Found found = Found.in(folder, "a.jpg", Pictures.jpeg());
        assertThat(found.passages)
                .containsExactly(
                        "METADATA Exif IFD0: Image Description | 1101700203451",
                        "METADATA Exif SubIFD: User Comment | 081-234-5678",
                        "METADATA GPS: GPS Latitude Ref | N",
                        "LOCATION METADATA GPS");
        assertThat(found.unreadable).isEmpty();
    }

    @Test
    void givesTheCommentOfAJpeg() throws IOException {
        byte[] comment = "1-1017-00203-45-1".getBytes(StandardCharsets.US_ASCII);
        assertThat(Found.in(folder, "a.jpg", Pictures.withSegment(0xfe, comment)).passages)
                .containsExactly("METADATA JpegComment: JPEG Comment | 1-1017-00203-45-1");
    }

    @Test
    void givesTheTextsOfAPng() throws IOException {
        assertThat(Found.in(
                                folder,
                                "a.png",
                                Pictures.png("tEXt", "Comment\0 1101700203451".getBytes(StandardCharsets.US_ASCII)))
                        .passages)
                .containsExactly("METADATA PNG-tEXt: Textual Data | Comment:  1101700203451");
    }

    @Test
    void unpacksNoBombInAPng() throws IOException {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        chunk.writeBytes("Comment\0\0".getBytes(StandardCharsets.US_ASCII));
        try (DeflaterOutputStream out = new DeflaterOutputStream(chunk)) {
            for (int i = 0; i < 300; i++) {
                out.write(new byte[1 << 20]);
            }
        }
        assertThat(Found.in(folder, "a.png", Pictures.png("zTXt", chunk.toByteArray())).unreadable)
                .containsExactly(Unreadable.TOO_LARGE);
    }

    @Test
    void readsThePictureInADocument() throws IOException {
        byte[] docx =
                Office.word("").with("word/media/image1.jpeg", Pictures.jpeg()).bytes();
        assertThat(Found.in(folder, "a.docx", docx).passages)
                .contains(
                        "METADATA image1.jpeg: Exif IFD0: Image Description | 1101700203451",
                        "LOCATION METADATA image1.jpeg: GPS");
    }
}
