package prongsai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prongsai.publish.PublishReport;
import prongsai.site.OutputPath;

class ChangesTest {

    private static List<OutputPath> paths(String paths) {
        return Arrays.stream(paths.split(" "))
                .filter(path -> !path.isEmpty())
                .map(OutputPath::new)
                .toList();
    }

    private static Changes changes(String added, String changed, String removed) {
        return new Changes(new PublishReport(paths(added), paths(changed), paths(removed), 7));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            ''            | ''                          | ''            | nothing changed | ไม่มีอะไรเปลี่ยน
            d.html        | a.html b/index.html c.html  | ''            | 3 pages changed, 1 added | เปลี่ยน 3 หน้า เพิ่ม 1 หน้า
            ''            | a.html                      | b.html c.html | 1 page changed, 2 deleted | เปลี่ยน 1 หน้า ลบ 2 หน้า
            a.html b.html | ''                          | ''            | 2 pages added | เพิ่ม 2 หน้า
            ''            | a.csv b.css                 | c.css         | 2 other files changed, 1 deleted | เปลี่ยน ไฟล์อื่น 2 ไฟล์ ลบ 1 ไฟล์
            x.csv         | a.html                      | ''            | 1 page changed; 1 other file added | เปลี่ยน 1 หน้า · เพิ่ม ไฟล์อื่น 1 ไฟล์
            """)
    void speaksOfPagesAndApartFromThemOfOtherFilesAndNeverOfNothing(
            String added, String changed, String removed, String english, String thai) {
        Changes changes = changes(added, changed, removed);
        assertThat(changes.words(Messages.load("console", Language.EN))).isEqualTo(english);
        assertThat(changes.words(Messages.load("console", Language.TH))).isEqualTo(thai);
    }

    @Test
    void listsAddressesInTheirOrderEachWithTheSignOfWhatHappens() {
        assertThat(changes("files/a.pdf news/index.html", "index.html b/a-index.html", "404.html")
                        .lines("/ita/"))
                .containsExactly(
                        "~ /ita/", "- /ita/404.html", "~ /ita/b/a-index.html", "+ /ita/files/a.pdf", "+ /ita/news/");
        assertThat(changes("", "", "").lines("/")).isEmpty();
    }
}
