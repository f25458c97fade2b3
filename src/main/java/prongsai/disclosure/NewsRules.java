package prongsai.disclosure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import prongsai.content.Entry;
import prongsai.model.NewsItem;

/** Components that the list of news shows. */
final class NewsRules {

    static final Map<String, Rule> RULES =
            Map.of("news/news", NewsRules::anyNews, "news/current", NewsRules::newsOfYear);

    private NewsRules() {}

    private static Coverage anyNews(Scope scope) {
        return listed(news(scope));
    }

    /** "เป็นข้อมูลข่าวสารที่เกิดขึ้นในปีที่ประเมิน". */
    private static Coverage newsOfYear(Scope scope) {
        List<NewsItem> news = news(scope);
        List<NewsItem> ofYear = news.stream()
                .filter(n ->
                        n.date().filter(d -> scope.year().period().contains(d)).isPresent())
                .toList();
        return ofYear.isEmpty() && !news.isEmpty()
                ? Coverage.missing(new Gap.NotOfYear(scope.year(), List.of()))
                : listed(ofYear);
    }

    private static List<NewsItem> news(Scope scope) {
        return scope.content().news().stream()
                .map(Entry::record)
                .filter(NewsItem::isInForce)
                .toList();
    }

    private static Coverage listed(List<NewsItem> news) {
        Optional<LocalDate> last =
                news.stream().flatMap(n -> n.lastChange().stream()).max(LocalDate::compareTo);
        return news.isEmpty() ? Coverage.missing(new Gap.NoEvidence()) : Coverage.by(new Evidence.OfNews(last));
    }
}
