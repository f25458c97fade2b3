package prongsai.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class AtomFeedTest {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    @TempDir
    Path folder;

    @Test
    void aListHasAFeedOfItsRecordsTheLatestChangeFirst() {
        Made made = new Made(folder).file("announcements/2563/old.md", """
                        ---
                        title: ประกาศเก่า
                        kind: announcement
                        date: 2563-05-01
                        updated: 2563-05-20
                        summary: แก้ไข <b>วันที่</b> & เวลา
                        ---
                        เนื้อความ
                        """).file("announcements/2563/new.md", """
                        ---
                        title: นโยบายใหม่
                        kind: policy
                        date: 2563-05-02
                        ---
                        เนื้อความ
                        """);

        String feed = made.text("announcements/feed.xml");

        assertThat(feed).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="th">
                <id>https://www.example.go.th/announcements/feed.xml</id>
                <title>ประกาศ · เทศบาลตำบลตัวอย่าง</title>
                <updated>2020-05-20T00:00:00+07:00</updated>
                <link rel="self" type="application/atom+xml" href="https://www.example.go.th/announcements/feed.xml"/>
                <link rel="alternate" type="text/html" href="https://www.example.go.th/announcements/"/>
                <author>
                <name>เทศบาลตำบลตัวอย่าง</name>
                <uri>https://www.example.go.th/</uri>
                </author>
                <entry>
                <id>https://www.example.go.th/announcements/2563/old/</id>
                <title>ประกาศเก่า</title>
                <updated>2020-05-20T00:00:00+07:00</updated>
                <published>2020-05-01T00:00:00+07:00</published>
                <link rel="alternate" type="text/html" href="https://www.example.go.th/announcements/2563/old/"/>
                <category term="ประกาศ"/>
                <summary>แก้ไข &lt;b&gt;วันที่&lt;/b&gt; &amp; เวลา</summary>
                </entry>
                <entry>
                <id>https://www.example.go.th/announcements/2563/new/</id>
                <title>นโยบายใหม่</title>
                <updated>2020-05-02T00:00:00+07:00</updated>
                <published>2020-05-02T00:00:00+07:00</published>
                <link rel="alternate" type="text/html" href="https://www.example.go.th/announcements/2563/new/"/>
                <category term="นโยบาย"/>
                </entry>
                </feed>
                """);
        Made.xml(feed);
    }

    @Test
    void thereIsOneFeedOfEverythingAndOneOfEachListAndKind() {
        Made made = new Made(folder)
                .file("announcements/2563/a.md", record("kind: policy\n", "นโยบาย", 1))
                .file("news/2563/n.md", record("", "ข่าว", 3))
                .file("statistics/2563/s.json", """
                        {"title": "สถิติ", "kind": "services", "fiscalYear": 2563, "updated": "2563-05-02",
                         "period": {"from": "2562-10-01", "to": "2563-03-31"}, "none": true}
                        """);

        assertThat(made.byPath().keySet().stream().filter(path -> path.endsWith("feed.xml")))
                .containsExactly(
                        "announcements/feed.xml",
                        "announcements/kind/policy/feed.xml",
                        "feed.xml",
                        "ita/feed.xml",
                        "memos/feed.xml",
                        "news/feed.xml",
                        "plans/feed.xml",
                        "services/feed.xml",
                        "statistics/feed.xml");
        assertThat(titles(made.text("feed.xml"))).containsExactly("ข่าว", "สถิติ", "นโยบาย");
        assertThat(titles(made.text("announcements/kind/policy/feed.xml"))).containsExactly("นโยบาย");
        assertThat(titles(made.text("statistics/feed.xml"))).containsExactly("สถิติ");
    }

    @Test
    void draftsRevokedRecordsAndThoseWithoutADayStayOut() {
        Made made = new Made(folder)
                .file("announcements/2563/draft.md", record("kind: policy\nstate: draft\n", "ร่าง", 1))
                .file("announcements/2563/revoked.md", record("kind: policy\nstate: revoked\n", "ยกเลิก", 1))
                .file("pages/undated.md", "---\ntitle: ไม่มีวันที่\n---\nก\n")
                .file("pages/dated.md", "---\ntitle: มีวันที่\nupdated: 2563-05-04\n---\nก\n");

        assertThat(titles(made.text("feed.xml"))).containsExactly("มีวันที่");
    }

    @Test
    void fiftyEntriesAreShown() {
        Made made = new Made(folder);
        IntStream.range(0, 60).forEach(i -> made.file("news/2563/n" + i + ".md", record("", "ข่าว " + i, 1 + i % 28)));

        assertThat(titles(made.text("feed.xml"))).hasSize(50).startsWith("ข่าว 27", "ข่าว 55", "ข่าว 26", "ข่าว 54");
    }

    @Test
    void aFeedWithoutEntriesSaysWhenItsYearBegan() {
        Document feed = Made.xml(new Made(folder).text("feed.xml"));

        assertThat(feed.getElementsByTagNameNS(ATOM, "updated").item(0).getTextContent())
                .isEqualTo("2019-10-01T00:00:00+07:00");
    }

    @Test
    void aHostileTitleIsReadAsItWasWritten() {
        String title = "</title><script>alert(1)</script> ]]> & \"คำ\" 'คำ' 😀 \u2028";
        Made made = new Made(folder).file("statistics/2563/s.json", """
                        {"title": %s, "kind": "services", "fiscalYear": 2563, "updated": "2563-05-02",
                         "period": {"from": "2562-10-01", "to": "2563-03-31"}, "none": true}
                        """.formatted(
                        "\"" + title.replace("\"", "\\\"") + "\\u0001\\u0000\\ufffe\\ud800\""));

        assertThat(titles(made.text("feed.xml"))).containsExactly(title);
    }

    private static String record(String fields, String title, int day) {
        return "---\ntitle: " + title + "\n" + fields + "date: 2563-05-" + (day < 10 ? "0" : "") + day
                + "\n---\nเนื้อความ\n";
    }

    private static List<String> titles(String feed) {
        NodeList entries = Made.xml(feed).getElementsByTagNameNS(ATOM, "entry");
        return IntStream.range(0, entries.getLength())
                .mapToObj(i -> ((org.w3c.dom.Element) entries.item(i))
                        .getElementsByTagNameNS(ATOM, "title")
                        .item(0)
                        .getTextContent())
                .toList();
    }
}
