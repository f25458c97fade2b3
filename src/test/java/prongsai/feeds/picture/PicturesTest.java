package prongsai.feeds.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {

    private static final int PAPER = 0xfffaf8f2;
    private static final int WIDTH = 1040;

    @Test
    void aCardIsAPngOfTheSizeThatPagesDeclare() throws Exception {
        BufferedImage image = read(Pictures.card(card("ประกาศ")));

        assertThat(image.getWidth()).isEqualTo(1200);
        assertThat(image.getHeight()).isEqualTo(630);
        assertThat(image.getRGB(2, 2)).isEqualTo(PAPER);
        assertThat(image.getRGB(2, 628)).isEqualTo(0xff0b5d4e);
    }

    @Test
    void manyThreadsDrawTheSameBytes() {
        byte[] one = Pictures.card(card("ป้าปั๊มน้ำ ที่นี่"));

        assertThat(IntStream.range(0, 8).parallel().mapToObj(i -> Pictures.card(card("ป้าปั๊มน้ำ ที่นี่"))))
                .allMatch(other -> java.util.Arrays.equals(one, other));
    }

    @Test
    void anIconIsARingWithTheInitials() throws Exception {
        BufferedImage icon = read(Pictures.icon(look(Optional.empty()), 180));

        assertThat(icon.getWidth()).isEqualTo(180);
        assertThat(icon.getRGB(1, 1)).isEqualTo(0xffffffff);
        assertThat(icon.getRGB(90, 14)).isEqualTo(0xff0b5d4e);
    }

    @Test
    void aSealStandsInThePlaceOfTheRingAndABrokenOneDoesNot() throws Exception {
        BufferedImage red = new BufferedImage(700, 700, BufferedImage.TYPE_INT_RGB);
        IntStream.range(0, 700 * 700).forEach(i -> red.setRGB(i % 700, i / 700, 0xff0000));
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(red, "png", png);

        assertThat(at(136, 112, Optional.of(new Card.Seal(png.toByteArray())))).isEqualTo(0xffff0000);
        assertThat(at(84, 112, Optional.of(new Card.Seal(new byte[] {1, 2, 3})))).isEqualTo(0xff0b5d4e);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "😀", "\u0001\u2028", "</script>\"'&", "ab"})
    void anyTitleIsDrawn(String title) throws Exception {
        assertThat(read(Pictures.card(card(title))).getWidth()).isEqualTo(1200);
    }

    @Test
    void aShortTitleStaysOnOneLineInTheLargestSize() {
        assertThat(fit("บริการประชาชน")).isEqualTo(new Lines(72, List.of("บริการประชาชน")));
    }

    @Test
    void linesEndBetweenWordsAndIfPossibleAtASpace() {
        assertThat(fit("รายงานผลการประเมินคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. ๒๕๖๒").lines())
                .containsExactly("รายงานผลการประเมินคุณธรรมและความโปร่งใส", "ประจำปีงบประมาณ พ.ศ. ๒๕๖๒");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ประกาศรายชื่อผู้ที่ได้รับอนุญาตให้ใช้ที่ดินกี่ปี๊บป้าปั๊มน้ำมันที่ตั้งอยู่ริมฝั่งคลองท่อมใต้และหลักเกณฑ์การพิจารณา"
                        + "คุณสมบัติของผู้ยื่นคำขอรับความช่วยเหลือจากภัยพิบัติกรณีฉุกเฉินเพื่อป้องกันและยับยั้งโรคติดต่อประจำปีงบประมาณ"
                        + "ครั้งที่ ๒ เพิ่มเติม แก้ไขครั้งที่ ๓ ตามมติที่ประชุมคณะกรรมการระดับตำบลและคณะกรรมการระดับอำเภอทุกคณะที่เกี่ยวข้อง",
                "https://www.example.go.th/a-very-long-address-without-any-break-at-all-a-very-long-address-without-any-break-a"
                        + "-very-long-address-without-any-break-a-very-long-address-without-any-break-a-very-long-address-without",
                "กกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกก"
                        + "กกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกก"
            })
    void aLongTitleShrinksAndThenEndsInAnEllipsisAndNothingIsCut(String title) {
        Lines lines = fit(title);
        Font font = Fonts.loaded().bold().deriveFont(lines.size());

        assertThat(lines.size()).isEqualTo(40);
        assertThat(lines.lines()).hasSize(5).allMatch(line -> Lines.width(line, font) <= WIDTH);
        assertThat(lines.lines().get(4)).endsWith("…");
        assertThat(lines.lines()).noneMatch(line -> Character.getType(line.charAt(0)) == Character.NON_SPACING_MARK);
        assertThat(title.replace(" ", ""))
                .startsWith(String.join("", lines.lines()).replace(" ", "").replace("…", ""));
    }

    @Test
    void stackedMarksOfALineStayClearOfTheLineAbove() {
        Font font = Fonts.loaded().bold().deriveFont(72f);
        double up = -new java.awt.font.TextLayout("ปี่ป๊ฟั่น้ำ", font, Fonts.CONTEXT).getBounds().getMinY();
        double down = new java.awt.font.TextLayout("ญูฎฏฐุ", font, Fonts.CONTEXT).getBounds().getMaxY();

        assertThat(up + down).isLessThan(72 * Lines.SPACING);
    }

    private static Lines fit(String title) {
        return Lines.fit(title, Fonts.loaded().bold(), 72, 40, WIDTH, 300);
    }

    private static Card card(String title) {
        return new Card(
                look(Optional.empty()), "นโยบาย", title, Optional.of(new Card.Figure("๘๑.๘๐", "คะแนน", "ระดับ B")));
    }

    private static Card.Look look(Optional<Card.Seal> seal) {
        return new Card.Look("เทศบาลตำบลคลองพน", "อำเภอคลองท่อม จังหวัดกระบี่", "ค", "#0b5d4e", seal);
    }

    private static int at(int x, int y, Optional<Card.Seal> seal) throws Exception {
        return read(Pictures.card(new Card(look(seal), "", "ประกาศ", Optional.empty()))).getRGB(x, y);
    }

    private static BufferedImage read(byte[] png) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(png));
    }
}
