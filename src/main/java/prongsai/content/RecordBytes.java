package prongsai.content;

import prongsai.model.Announcement;
import prongsai.model.Attachment;
import prongsai.model.Channel;
import prongsai.model.Claim;
import prongsai.model.FilePath;
import prongsai.model.FiscalYear;
import prongsai.model.HeadedRecord;
import prongsai.model.Header;
import prongsai.model.NewsItem;
import prongsai.model.Period;
import prongsai.model.RecordId;
import prongsai.model.RecordState;
import prongsai.model.Signature;
import prongsai.model.Source;

/** The records of which there are many as bytes, and back. */
final class RecordBytes {

    private RecordBytes() {}

    /** Whether there are many of the kind. */
    static boolean handles(Object record) {
        return record instanceof Announcement || record instanceof NewsItem;
    }

    static void write(HeadedRecord record, BytesOut out) {
        boolean news = record instanceof NewsItem;
        out.number(news ? 1 : 0);
        write(record.header(), out);
        if (record instanceof NewsItem item) {
            out.optional(item.image(), f -> out.text(f.path()));
            out.texts(item.imageAlt());
        } else if (record instanceof Announcement announcement) {
            out.constant(announcement.kind());
        } else {
            throw new IllegalArgumentException("there are not many of " + record.id());
        }
    }

    /**
     * @param id the record's name, which its file has
     */
    static HeadedRecord read(RecordId id, BytesIn in) {
        boolean news = in.number() == 1;
        Header header = header(in);
        return news
                ? new NewsItem(id, header, in.optional(() -> file(in)), in.optional(in::text))
                : new Announcement(id, header, in.constant(Announcement.Kind.class));
    }

    private static void write(Header header, BytesOut out) {
        out.text(header.title());
        out.texts(header.number());
        out.optional(header.date(), out::day);
        out.optional(header.updated(), out::day);
        out.optional(header.fiscalYear(), year -> out.number(year.year()));
        out.texts(header.unit());
        out.constant(header.state());
        out.optional(header.replacedBy(), id -> out.text(id.path()));
        out.texts(header.summary());
        out.optional(header.signedBy(), signature -> {
            out.text(signature.name());
            out.texts(signature.position());
        });
        out.optional(header.period(), period -> {
            out.day(period.from());
            out.day(period.to());
        });
        out.<Claim>list(header.discloses(), claim -> {
            out.text(claim.topic());
            out.list(claim.components(), out::text);
        });
        out.<Attachment>list(header.attachments(), attachment -> {
            out.text(attachment.file().path());
            out.texts(attachment.title());
        });
        out.<Channel>list(header.channels(), out::constant);
        out.number(header.pinned() ? 1 : 0);
        out.list(header.formerly(), out::text);
        out.optional(header.source(), source -> {
            out.texts(source.title());
            out.texts(source.part());
            out.optional(source.file(), f -> out.text(f.path()));
        });
    }

    private static Header header(BytesIn in) {
        return new Header(
                in.text(),
                in.optional(in::text),
                in.optional(in::day),
                in.optional(in::day),
                in.optional(() -> new FiscalYear(in.number())),
                in.optional(in::text),
                in.constant(RecordState.class),
                in.optional(() -> new RecordId(in.text())),
                in.optional(in::text),
                in.optional(() -> new Signature(in.text(), in.optional(in::text))),
                in.optional(() -> new Period(in.day(), in.day())),
                in.list(() -> new Claim(in.text(), in.list(in::text))),
                in.list(() -> new Attachment(file(in), in.optional(in::text))),
                in.list(() -> in.constant(Channel.class)),
                in.number() == 1,
                in.list(in::text),
                in.optional(
                        () -> new Source(in.optional(in::text), in.optional(in::text), in.optional(() -> file(in)))));
    }

    private static FilePath file(BytesIn in) {
        return new FilePath(in.text());
    }
}
