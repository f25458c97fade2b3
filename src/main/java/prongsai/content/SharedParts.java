package prongsai.content;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import prongsai.model.Announcement;
import prongsai.model.HeadedRecord;
import prongsai.model.Header;
import prongsai.model.NewsItem;

/** Lets records of which there are many have one object for what they have in common: units, days, what they disclose. */
final class SharedParts {

    private final ConcurrentMap<Object, Object> parts = new ConcurrentHashMap<>();

    /** An equal record. */
    HeadedRecord of(HeadedRecord record) {
        if (record instanceof Announcement it) {
            return new Announcement(it.id(), of(it.header()), it.kind());
        }
        if (record instanceof NewsItem it) {
            return new NewsItem(it.id(), of(it.header()), it.image(), it.imageAlt());
        }
        return record;
    }

    private Header of(Header header) {
        return new Header(
                header.title(),
                header.number(),
                shared(header.date()),
                shared(header.updated()),
                shared(header.fiscalYear()),
                shared(header.unit()),
                header.state(),
                header.replacedBy(),
                header.summary(),
                shared(header.signedBy()),
                shared(header.period()),
                shared(header.discloses()),
                header.attachments(),
                shared(header.channels()),
                header.pinned(),
                header.formerly(),
                shared(header.source()));
    }

    @SuppressWarnings("unchecked")
    private <T> T shared(T part) {
        Object known = parts.putIfAbsent(part, part);
        return known == null ? part : (T) known;
    }
}
