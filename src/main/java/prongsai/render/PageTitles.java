package prongsai.render;

import prongsai.model.Agency;
import prongsai.model.PublicRecord;
import prongsai.site.Page;

/** What each page is called. */
public final class PageTitles {

    private final Agency agency;
    private final ThaiText text;

    PageTitles(Agency agency, ThaiText text) {
        this.agency = agency;
        this.text = text;
    }

    /** The titles of the pages of an agency's site. */
    public static PageTitles ofSite(Agency agency) {
        return new PageTitles(agency, new ThaiText(agency.numerals()));
    }

    /** What kind of record it is, in a word or two. */
    public static String kind(PublicRecord record) {
        return RecordParts.kind(record);
    }

    /** The title of a page, without the agency's name. */
    public String of(Page page) {
        if (page instanceof Page.Result result) {
            return "ผลการประเมินคุณธรรมและความโปร่งใส (ITA) "
                    + text.fiscalYear(result.entry().record().year());
        }
        if (page instanceof Page.OfRecord ofRecord) {
            return Drafts.title(ofRecord.entry(), agency);
        }
        if (page instanceof Page.Items items) {
            return "การเปิดเผยข้อมูลสาธารณะ (OIT) "
                    + text.fiscalYear(items.catalogue().year());
        }
        if (page instanceof Page.Item item) {
            return item.item().code() + " " + item.item().name() + " "
                    + text.fiscalYear(item.catalogue().year());
        }
        if (page instanceof Page.Listing listing) {
            return ofListing(listing);
        }
        if (page instanceof Page.Overview overview) {
            return ThaiText.collection(overview.collection());
        }
        if (page instanceof Page.Own own) {
            return ofOwn(own.kind());
        }
        if (page instanceof Page.Moved moved) {
            return moved.title();
        }
        if (page instanceof Page.Results) {
            return "ผลการประเมินคุณธรรมและความโปร่งใส (ITA)";
        }
        if (page instanceof Page.Plans) {
            return "การวิเคราะห์ผลการประเมินและแผนปรับปรุง";
        }
        return page instanceof Page.ItemYears ? "การเปิดเผยข้อมูลสาธารณะ (OIT)" : agency.name();
    }

    private String ofListing(Page.Listing listing) {
        return ThaiText.collection(listing.collection())
                + listing.year().map(y -> " " + text.fiscalYear(y)).orElse("")
                + listing.kind().map(k -> ": " + ThaiText.kind(k)).orElse("")
                + (listing.number() == 1 ? "" : " หน้า " + text.number(listing.number()));
    }

    private String ofOwn(Page.Own.Kind kind) {
        return switch (kind) {
            case AGENCY -> "หน่วยงานและการติดต่อ";
            case DATA -> "ข้อมูลเปิด (Open Data)";
            case DRAFTS -> "ร่างตัวอย่าง (" + Drafts.notAnAnnouncement(agency) + ")";
            case SEARCH -> "ค้นหา";
            case SITEMAP -> "แผนผังเว็บไซต์";
            case PRIVACY -> "ความเป็นส่วนตัวของผู้ใช้เว็บไซต์";
            case ACCESSIBILITY -> "การเข้าถึงเว็บไซต์สำหรับทุกคน";
            case NOT_FOUND -> "ไม่พบหน้านี้";
        };
    }

    /** The short form for a list of crumbs, where the way already says the rest. */
    String crumb(Page page) {
        if (page instanceof Page.Item item) {
            return item.item().code();
        }
        if (page instanceof Page.Result result) {
            return text.fiscalYear(result.entry().record().year());
        }
        if (page instanceof Page.Plan plan) {
            return text.fiscalYear(plan.entry().record().year());
        }
        if (page instanceof Page.Items items) {
            return text.fiscalYear(items.catalogue().year());
        }
        return of(page);
    }
}
