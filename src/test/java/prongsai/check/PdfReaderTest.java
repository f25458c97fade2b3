package prongsai.check;

import static org.assertj.core.api.Assertions.assertThat;
import static prongsai.check.PdfFile.page;
import static prongsai.check.PdfFile.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
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
}
