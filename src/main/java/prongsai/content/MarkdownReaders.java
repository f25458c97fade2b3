package prongsai.content;

import java.util.Optional;
import prongsai.model.Announcement;
import prongsai.model.HeadedRecord;
import prongsai.model.Header;
import prongsai.model.Memo;
import prongsai.model.Memo.Decision;
import prongsai.model.Memo.Opinion;
import prongsai.model.NewsItem;
import prongsai.model.RecordId;
import prongsai.model.Service;
import prongsai.model.Service.Online;
import prongsai.model.Service.Step;
import prongsai.model.StandingPage;

/** Reads what each kind of Markdown record adds to the common header. */
final class MarkdownReaders {

    private MarkdownReaders() {}

    /** What turns a header and further fields into a record. */
    interface HeadedReader {
        Optional<? extends HeadedRecord> read(RecordId id, Header header, Fields fields);
    }

    static Optional<Announcement> announcement(RecordId id, Header header, Fields fields) {
        return fields.constant("kind", Announcement.Kind.class).map(kind -> new Announcement(id, header, kind));
    }

    static Optional<Memo> memo(RecordId id, Header header, Fields fields) {
        return Optional.of(new Memo(
                id, header, fields.text("from"), fields.text("to"), fields.list("opinions", MarkdownReaders::opinion)));
    }

    private static Optional<Opinion> opinion(Fields o) {
        return o.ifWhole(new Opinion(
                o.required(o.text("name"), ""),
                o.required(o.text("position"), ""),
                o.required(o.constant("decision", Decision.class), Decision.UNDECIDED),
                o.text("text"),
                o.date("date")));
    }

    static Optional<NewsItem> news(RecordId id, Header header, Fields fields) {
        return Optional.of(new NewsItem(id, header, fields.file("image"), fields.text("imageAlt")));
    }

    static Optional<Service> service(RecordId id, Header header, Fields fields) {
        return Optional.of(new Service(
                id,
                header,
                fields.texts("audience"),
                fields.list("steps", s -> s.text("text").map(text -> new Step(text, s.number("minutes")))),
                fields.texts("documents"),
                fields.textOrNumber("fee"),
                fields.texts("law"),
                fields.text("place"),
                fields.text("hours"),
                fields.child("online").map(o -> new Online(o.text("url"), o.text("how"))),
                fields.file("form")));
    }

    static Optional<StandingPage> page(RecordId id, Header header, Fields fields) {
        return Optional.of(new StandingPage(id, header));
    }
}
