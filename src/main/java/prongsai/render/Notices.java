package prongsai.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import prongsai.model.Announcement;
import prongsai.model.Header;
import prongsai.model.RecordState;
import prongsai.model.Service;
import prongsai.render.Parts.Fact;
import prongsai.render.Parts.Notice;

/** What is pinned to the board (ปิดประกาศ) of a record; nothing of a draft, and nothing of what has been revoked. */
final class Notices {

    /** About as much as one sheet of large type holds beside a title. */
    private static final int LONGEST = 280;

    private final ThaiText text;

    Notices(ThaiText text) {
        this.text = text;
    }

    /** @param subject the title without the words that the kind already says */
    Optional<Notice> of(Announcement announcement, String subject, MarkdownHtml body) {
        Header header = announcement.header();
        List<Fact> facts = new ArrayList<>();
        addIf(facts, "ที่", header.number().orElse(""));
        addIf(facts, "ลงวันที่", text.date(header.date()));
        return issued(header, new Notice(ThaiText.kind(announcement.kind()), subject, summary(header, body), facts));
    }

    /**
     * @param total the time of all steps, in words
     * @param fee in words
     */
    Optional<Notice> of(Service service, String total, String fee, MarkdownHtml body) {
        List<Fact> facts = new ArrayList<>();
        addIf(facts, "ระยะเวลา", total.replace("รวมระยะเวลา ", ""));
        addIf(facts, "ค่าธรรมเนียม", fee);
        addIf(facts, "สถานที่", service.place().orElse(""));
        addIf(facts, "เวลา", service.hours().orElse(""));
        Header header = service.header();
        return issued(header, new Notice("บริการประชาชน", header.title(), summary(header, body), facts));
    }

    private static Optional<Notice> issued(Header header, Notice notice) {
        return header.state() == RecordState.ISSUED ? Optional.of(notice) : Optional.empty();
    }

    private static void addIf(List<Fact> facts, String label, String text) {
        if (!text.isEmpty()) {
            facts.add(new Fact(label, text));
        }
    }

    /** Where the record has no summary, the beginning of its text. */
    private static String summary(Header header, MarkdownHtml body) {
        return header.summary().orElseGet(() -> beginning(body.plainText()));
    }

    private static String beginning(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int space = text.lastIndexOf(' ', LONGEST);
        return text.substring(0, space > 0 ? space : text.offsetByCodePoints(0, LONGEST / 2)) + " …";
    }
}
