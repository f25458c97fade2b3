package prongsai.render;

import java.util.Optional;
import prongsai.model.Announcement;
import prongsai.site.Page;
import prongsai.site.Site;

/** The kinds of pages among which a reader may search, each with the letter that stands for it in the index. */
enum SearchKind {
    ANNOUNCEMENT('a', "ประกาศ"),
    POLICY('b', "นโยบาย"),
    MEASURE('c', "มาตรการ"),
    ORDER('d', "คำสั่ง"),
    MANUAL('e', "คู่มือ"),
    NOTICE('f', "แจ้งความ"),
    PLAN('g', "แผน"),
    REPORT('h', "รายงาน"),
    MEMO('i', "บันทึกข้อความ"),
    NEWS('j', "ข่าว"),
    SERVICE('k', "บริการประชาชน"),
    STATISTICS('l', "สถิติ"),
    RESULT('m', "ผลการประเมิน ITA"),
    ACTION_PLAN('n', "การวิเคราะห์และแผนปรับปรุง"),
    ITEM('o', "รายการ OIT"),
    OTHER('p', "ข้อมูลหน่วยงาน");

    private final char letter;
    private final String label;

    SearchKind(char letter, String label) {
        this.letter = letter;
        this.label = label;
    }

    char letter() {
        return letter;
    }

    /** As a reader chooses it. */
    String label() {
        return label;
    }

    /** The kind of a page that can be found: lists lead only to others, and a draft is not the agency's word. */
    static Optional<SearchKind> of(Page page) {
        if (page instanceof Page.OfRecord record) {
            return Site.isDraft(record.entry()) ? Optional.empty() : Optional.of(ofRecord(record));
        }
        if (page instanceof Page.Item) {
            return Optional.of(ITEM);
        }
        boolean tells = page instanceof Page.Own own
                && switch (own.kind()) {
                    case AGENCY, DATA, PRIVACY, ACCESSIBILITY -> true;
                    default -> false;
                };
        return tells ? Optional.of(OTHER) : Optional.empty();
    }

    private static SearchKind ofRecord(Page.OfRecord page) {
        if (page instanceof Page.OfAnnouncement announcement) {
            return of(announcement.entry().record().kind());
        }
        if (page instanceof Page.OfMemo) {
            return MEMO;
        }
        if (page instanceof Page.OfNews) {
            return NEWS;
        }
        if (page instanceof Page.OfService) {
            return SERVICE;
        }
        if (page instanceof Page.OfStatistics) {
            return STATISTICS;
        }
        if (page instanceof Page.Result) {
            return RESULT;
        }
        return page instanceof Page.Plan ? ACTION_PLAN : OTHER;
    }

    private static SearchKind of(Announcement.Kind kind) {
        return switch (kind) {
            case ANNOUNCEMENT -> ANNOUNCEMENT;
            case POLICY -> POLICY;
            case MEASURE -> MEASURE;
            case ORDER -> ORDER;
            case MANUAL -> MANUAL;
            case NOTICE -> NOTICE;
            case PLAN -> PLAN;
            case REPORT -> REPORT;
        };
    }
}
