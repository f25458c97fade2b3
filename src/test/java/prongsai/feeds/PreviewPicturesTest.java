package prongsai.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prongsai.site.Page;
import prongsai.site.Preview;
import prongsai.site.Site;

class PreviewPicturesTest {

    private static final String PINNED =
            "---\ntitle: ปักหมุด\nkind: policy\ndate: 2563-05-01\npinned: true\n---\nเนื้อความ\n";

    @TempDir
    Path folder;

    @Test
    void theSiteEachSectionAndEachPinnedRecordHasOneAndNoOtherRecord() {
        Made made = new Made(folder)
                .file("announcements/2563/pinned.md", PINNED)
                .file("announcements/2563/other.md", PINNED.replace("pinned: true\n", ""))
                .file("news/2563/draft.md", "---\ntitle: ร่าง\nstate: draft\npinned: true\n---\nก\n")
                .file("pages/about.md", "---\ntitle: เกี่ยวกับ\n---\nก\n");

        assertThat(made.byPath().keySet().stream().filter(path -> path.startsWith(Preview.FOLDER)))
                .containsExactly(
                        "assets/preview/agency.png",
                        "assets/preview/announcements-2563-pinned.png",
                        "assets/preview/announcements.png",
                        "assets/preview/icon-180.png",
                        "assets/preview/icon-192.png",
                        "assets/preview/icon-512.png",
                        "assets/preview/ita.png",
                        "assets/preview/memos.png",
                        "assets/preview/news.png",
                        "assets/preview/oit.png",
                        "assets/preview/plans.png",
                        "assets/preview/services.png",
                        "assets/preview/site.png",
                        "assets/preview/statistics.png");
    }

    @Test
    void everyPageHasAPictureThatIsThere() {
        Made made = new Made(folder)
                .file("announcements/2563/pinned.md", PINNED)
                .file("services/s.md", "---\ntitle: บริการ\npinned: true\n---\nก\n")
                .file("pages/p.md", "---\ntitle: หน้า\npinned: true\n---\nก\n");
        Site site = made.site();

        assertThat(site.pages().stream().map(page -> Preview.of(page).path())).allMatch(made.byPath()::containsKey);
        assertThat(site.pages().stream().filter(Preview::isShownBy).map(Preview::of))
                .doesNotHaveDuplicates();
        assertThat(Preview.of(new Page.Own(Page.Own.Kind.PRIVACY))).isEqualTo(Preview.SITE);
    }

    @Test
    void aPictureIsAnotherOnlyWhereWhatItShowsIsAnother() {
        Made made = new Made(folder).file("announcements/2563/pinned.md", PINNED);
        List<MadeFile> before = made.files();

        made.file("announcements/2563/pinned.md", PINNED.replace("เนื้อความ", "ความใหม่"));
        assertThat(changed(before, made)).isEmpty();

        made.file("announcements/2563/pinned.md", PINNED.replace("ปักหมุด", "ชื่อใหม่"));
        assertThat(changed(before, made)).containsExactly("assets/preview/announcements-2563-pinned.png");

        made.file("announcements/2563/pinned.md", PINNED);
        new Made(folder, "baseUrl: https://www.example.go.th/\ncolour: \"#7a1f3d\"\n");
        assertThat(changed(before, made)).hasSize(14);
    }

    private static List<String> changed(List<MadeFile> before, Made made) {
        List<String> changed = new ArrayList<>();
        List<MadeFile> after = made.files();
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).shows().equals(after.get(i).shows())) {
                changed.add(after.get(i).path().text());
            }
        }
        return changed;
    }
}
