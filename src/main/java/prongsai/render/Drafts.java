package prongsai.render;

import prongsai.content.Entry;
import prongsai.model.Agency;
import prongsai.model.PublicRecord;
import prongsai.site.Site;

/** How a sample text is named everywhere, so that nobody takes it for an announcement. */
final class Drafts {

    private Drafts() {}

    /** The title, with the words of a draft before it where the record is one. */
    static String title(Entry<? extends PublicRecord> entry, Agency agency) {
        String title = entry.record().title();
        return Site.isDraft(entry) ? ribbon(agency) + " " + title : title;
    }

    /** {@code ร่างตัวอย่าง (มิใช่ประกาศของเทศบาล)}. */
    static String ribbon(Agency agency) {
        return "ร่างตัวอย่าง (" + notAnAnnouncement(agency) + ")";
    }

    static String notAnAnnouncement(Agency agency) {
        return "มิใช่ประกาศของ" + ThaiText.agency(agency.kind());
    }
}
