package prongsai.site;

import java.util.List;
import java.util.Optional;
import prongsai.content.Entry;
import prongsai.disclosure.Catalogue;
import prongsai.disclosure.OitItem;
import prongsai.model.ActionPlan;
import prongsai.model.Announcement;
import prongsai.model.AssessmentResult;
import prongsai.model.FiscalYear;
import prongsai.model.Memo;
import prongsai.model.NewsItem;
import prongsai.model.PublicRecord;
import prongsai.model.Service;
import prongsai.model.StandingPage;
import prongsai.model.StatisticsTable;

/** A page of the site. */
public sealed interface Page {

    Route route();

    /** The page of one record. */
    sealed interface OfRecord extends Page {
        Entry<? extends PublicRecord> entry();
    }

    /** The agency, its score and status, what is new, services first. */
    record Home() implements Page {
        @Override
        public Route route() {
            return Route.HOME;
        }
    }

    /** Scores over the years (ผลการประเมิน ITA). */
    record Results() implements Page {
        @Override
        public Route route() {
            return Route.of("ita");
        }
    }

    /** One result. */
    record Result(Entry<AssessmentResult> entry, Route route) implements OfRecord {}

    /** The plans of all years. */
    record Plans() implements Page {
        @Override
        public Route route() {
            return Route.of("plans");
        }
    }

    /** The analysis report of one year with its action plan. */
    record Plan(Entry<ActionPlan> entry, Route route) implements OfRecord {}

    /** The years that have disclosure items (การเปิดเผยข้อมูลสาธารณะ). */
    record ItemYears() implements Page {
        @Override
        public Route route() {
            return Route.of("oit");
        }
    }

    /** All items of a year with their status. */
    record Items(Catalogue catalogue) implements Page {
        @Override
        public Route route() {
            return Route.of("oit/" + catalogue.year());
        }
    }

    /** One item: what it requires and where it is shown. An agency files this URL with the assessor. */
    record Item(Catalogue catalogue, OitItem item) implements Page {
        @Override
        public Route route() {
            return Site.itemRoute(catalogue.year(), item.code());
        }
    }

    /** The years, kinds and newest records of a collection. */
    record Overview(Collection collection) implements Page {
        @Override
        public Route route() {
            return Route.of(collection.folder());
        }
    }

    /**
     * Up to {@link Site#PAGE_SIZE} records of a collection, newest first.
     *
     * @param year the year listed, or all years
     * @param kind the kind listed, or all kinds
     * @param number from 1
     * @param count how many pages the list has
     */
    record Listing(
            Collection collection,
            Optional<FiscalYear> year,
            Optional<Announcement.Kind> kind,
            int number,
            int count,
            List<? extends Entry<? extends PublicRecord>> entries)
            implements Page {
        @Override
        public Route route() {
            return Site.listRoute(collection, year, kind, number);
        }
    }

    /** An announcement or another document made known. */
    record OfAnnouncement(Entry<Announcement> entry, Route route) implements OfRecord {}

    /** A memorandum. */
    record OfMemo(Entry<Memo> entry, Route route) implements OfRecord {}

    /** A piece of news. */
    record OfNews(Entry<NewsItem> entry, Route route) implements OfRecord {}

    /** A service. */
    record OfService(Entry<Service> entry, Route route) implements OfRecord {}

    /** A table of statistics. */
    record OfStatistics(Entry<StatisticsTable> entry, Route route) implements OfRecord {}

    /** A standing page. */
    record Standing(Entry<StandingPage> entry, Route route) implements OfRecord {}

    /** A page that the generator itself makes. */
    record Own(Kind kind) implements Page {
        /** Which one. */
        public enum Kind {
            /** Executives, units, contact and channels of the agency (เกี่ยวกับหน่วยงานและการติดต่อ). */
            AGENCY("agency/"),
            /** Datasets for people and machines (ข้อมูลเปิด). */
            DATA(DatasetInfo.FOLDER),
            /** Sample texts that nobody signed (ร่างตัวอย่าง). */
            DRAFTS("drafts/"),
            /** Search over every page that tells something (ค้นหา). */
            SEARCH("search/"),
            /** แผนผังเว็บไซต์ */
            SITEMAP("sitemap/"),
            /** นโยบายความเป็นส่วนตัวของเว็บไซต์ */
            PRIVACY("privacy/"),
            /** การเข้าถึงเว็บไซต์ */
            ACCESSIBILITY("accessibility/"),
            /** Served for every address that does not exist. */
            NOT_FOUND("404.html");

            private final String path;

            Kind(String path) {
                this.path = path;
            }
        }

        @Override
        public Route route() {
            return new Route(kind.path);
        }
    }

    /** A former address that leads on. */
    record Moved(Route route, Route target, String title) implements Page {}
}
