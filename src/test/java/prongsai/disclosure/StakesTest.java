package prongsai.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prongsai.content.Content;

class StakesTest {

    @TempDir
    Path folder;

    private Stakes stakes;

    @BeforeEach
    void setUp() {
        Content content = new Site(folder, "currentYear: 2563\n")
                .file("announcements/2563/policy.md", """
                        ---
                        title: นโยบายการบริหารทรัพยากรบุคคล
                        kind: policy
                        date: 2563-01-15
                        discloses:
                          - {topic: hr-policy, components: [policy]}
                        attachments:
                          - {file: files/policy.pdf}
                        ---
                        ข
                        """)
                .file("files/policy.pdf", "x")
                .file("announcements/2563/other.md", "---\ntitle: ก\nkind: notice\ndate: 2563-01-15\n---\nข\n")
                .file("services/permit.md", "---\ntitle: ขออนุญาต\n---\nข\n")
                .read();
        stakes = Stakes.of(
                content,
                DisclosureReport.of(content, Catalogues.builtIn().of(Site.YEAR).orElseThrow(), Site.TODAY));
    }

    private List<String> items(String file) {
        return stakes.items(file).stream().map(i -> i.item().code()).toList();
    }

    @Test
    void theItemThatARecordClaimsDependsOnIt() {
        assertThat(items("content/announcements/2563/policy.md")).containsExactly("O25");
    }

    @Test
    void andOnItsAttachment() {
        assertThat(items("content/files/policy.pdf")).containsExactly("O25");
    }

    @Test
    void theItemThatARecordShowsWithoutAClaimDependsOnIt() {
        assertThat(items("content/services/permit.md")).containsExactly("O14");
    }

    @Test
    void nothingDependsOnARecordThatShowsNothingAskedFor() {
        assertThat(items("content/announcements/2563/other.md")).isEmpty();
        assertThat(items("content/nowhere.md")).isEmpty();
    }
}
