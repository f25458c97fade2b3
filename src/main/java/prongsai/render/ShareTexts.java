package prongsai.render;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import prongsai.content.Entry;
import prongsai.model.Agency;
import prongsai.model.Announcement;
import prongsai.model.Attachment;
import prongsai.model.HeadedRecord;
import prongsai.model.Header;
import prongsai.model.PublicRecord;
import prongsai.site.Site;
import prongsai.source.StableName;

/**
 * Ready texts by which an officer makes a record known ({@code templates/share/}): plain text, so nothing is escaped.
 *
 * <pre>{@code
 * String post = new ShareTexts(engine, agency).text(ShareTexts.Kind.POST, entry);
 * }</pre>
 */
public final class ShareTexts {

    /** What is written. */
    public enum Kind {
        /** โพสต์ */
        POST,
        /** ข้อความไลน์ */
        LINE,
        /** หนังสือถึงผู้นำชุมชน */
        LETTER,
        /** หนังสือเวียน */
        CIRCULAR;

        /** Path of its template below the template folder. */
        public String template() {
            return "share/" + StableName.of(this) + ".ftl";
        }
    }

    /** What every text is filled with; an empty text is not known. */
    record ShareView(AgencyPart agency, RecordPart record) {}

    /**
     * Who writes.
     *
     * @param office whose letter it is, at its head
     */
    record AgencyPart(
            String name,
            String office,
            String place,
            List<String> address,
            String phone,
            String fax,
            String email,
            List<String> units) {}

    /**
     * What is made known.
     *
     * @param reference as letters speak of it: {@code ประกาศเทศบาลตำบลคลองพน เรื่อง งดรับของขวัญ}
     * @param url of its page, in full
     * @param enclosures the record and its files, numbered where there are several
     */
    record RecordPart(
            String title,
            String reference,
            String kind,
            String number,
            String date,
            String unit,
            String summary,
            String url,
            List<String> enclosures) {}

    private final TemplateEngine engine;
    private final Agency agency;
    private final ThaiText text;

    public ShareTexts(TemplateEngine engine, Agency agency) {
        this.engine = engine;
        this.agency = agency;
        this.text = new ThaiText(agency.numerals());
    }

    /**
     * Writes a text; it ends in a line break.
     *
     * @throws RenderException if the template is wrong
     */
    public String text(Kind kind, Entry<? extends PublicRecord> entry) throws RenderException {
        StringWriter out = new StringWriter();
        try {
            engine.render(kind.template(), new ShareView(agencyPart(), recordPart(entry.record())), out);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
        return out.toString()
                .stripTrailing()
                .lines()
                .map(String::stripTrailing)
                .dropWhile(String::isEmpty)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private AgencyPart agencyPart() {
        Agency.Contact contact = agency.contact();
        List<String> address = new ArrayList<>();
        contact.address().ifPresent(a -> address.add(text.digits(a)));
        address.add(FrameMaker.place(agency)
                + contact.postcode().map(p -> " " + text.digits(p)).orElse(""));
        return new AgencyPart(
                agency.name(),
                agency.name(),
                FrameMaker.place(agency),
                address,
                contact.phone().map(text::digits).orElse(""),
                contact.fax().map(text::digits).orElse(""),
                contact.email().orElse(""),
                agency.units().stream().map(Agency.Unit::name).toList());
    }

    private RecordPart recordPart(PublicRecord record) {
        Optional<Header> header =
                record instanceof HeadedRecord headed ? Optional.of(headed.header()) : Optional.empty();
        String reference = reference(record);
        return new RecordPart(
                oneLine(record.title()),
                reference,
                RecordParts.kind(record),
                header.flatMap(Header::number).orElse(""),
                text.date(record.date()),
                header.flatMap(Header::unit).orElse(""),
                header.flatMap(Header::summary).map(ShareTexts::oneLine).orElse(""),
                agency.baseUrl() + Site.routeOf(record.id()).path(),
                enclosures(reference, header.map(Header::attachments).orElse(List.of())));
    }

    private String reference(PublicRecord record) {
        String title = oneLine(record.title());
        if (record instanceof Announcement announcement && RecordViews.isOfficialForm(announcement.kind())) {
            String form = RecordViews.form(announcement.kind());
            return form + agency.name() + " เรื่อง " + RecordViews.subject(agency, title, form);
        }
        String kind = RecordParts.kind(record);
        // The others are titled by what they are.
        boolean named = !(record instanceof HeadedRecord) || title.startsWith(kind);
        return named ? title : kind + " " + title;
    }

    private List<String> enclosures(String reference, List<Attachment> attachments) {
        List<String> all = new ArrayList<>(List.of(reference));
        attachments.forEach(a -> all.add(oneLine(a.title().orElse(a.file().name()))));
        if (all.size() > 1) {
            for (int i = 0; i < all.size(); i++) {
                all.set(i, text.number(i + 1) + ". " + all.get(i));
            }
        }
        return all;
    }

    private static String oneLine(String words) {
        return words.strip().replaceAll("\\s+", " ");
    }
}
