package prongsai.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContentTypesTest {

    @Test
    void knowsTheTypesOfWhatAnAgencyPublishes() {
        assertThat(List.of("a.PDF", "ประกาศ.docx", "a.xlsx", "a.b.css", "sitemap.xml", "data.json", "แผน", "x.unknown"))
                .extracting(ContentTypes::of)
                .containsExactly(
                        "application/pdf",
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        "text/css; charset=utf-8",
                        "application/xml; charset=utf-8",
                        "application/json; charset=utf-8",
                        "application/octet-stream",
                        "application/octet-stream");
    }

    @Test
    void aFeedIsKnownByItsWholeName() {
        assertThat(List.of("feed.xml", "news/feed.xml", "feed.xml/other.xml", "myfeed.xml"))
                .extracting(ContentTypes::of)
                .containsExactly(
                        "application/atom+xml; charset=utf-8",
                        "application/atom+xml; charset=utf-8",
                        "application/xml; charset=utf-8",
                        "application/xml; charset=utf-8");
    }
}
