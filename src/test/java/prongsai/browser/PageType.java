package prongsai.browser;

import java.util.stream.Stream;

/**
 * One page that stands for all that look alike.
 *
 * @param name names its screenshots
 * @param path from the top of the site
 */
record PageType(TestSite site, String name, String path) {

    /** One of each kind of page of both sites. */
    static Stream<PageType> all() {
        return Stream.concat(khlongPhon(), nongSaiKhao());
    }

    static Stream<PageType> khlongPhon() {
        return of(
                TestSite.khlongPhon(),
                "home=",
                "results=ita/",
                "result=ita/2562/",
                "plans=plans/",
                "plan=plans/2563/",
                "item-years=oit/",
                "items=oit/2563/",
                "item-shown=oit/2563/o42/",
                "item-missing=oit/2563/o1/",
                "item-incomplete=oit/2563/o2/",
                "announcements-empty=announcements/",
                "drafts=drafts/",
                "draft=announcements/2563/no-benefits/",
                "memos=memos/",
                "memo=memos/2563/ita-report/",
                "news-empty=news/",
                "services-empty=services/",
                "statistics-empty=statistics/",
                "standing=channels/",
                "agency=agency/",
                "data=data/",
                "search=search/",
                "search-results=search/?q=%E0%B8%9B%E0%B8%A3%E0%B8%B0",
                "sitemap=sitemap/",
                "privacy=privacy/",
                "accessibility=accessibility/",
                "not-found=no/such/page/here/");
    }

    static Stream<PageType> nongSaiKhao() {
        return of(
                TestSite.nongSaiKhao(),
                "home=",
                "results=ita/",
                "result=ita/2564/",
                "plan=plans/2565/",
                "items=oit/2565/",
                "item-shown=oit/2565/o15/",
                "announcements=announcements/",
                "announcements-year=announcements/2565/",
                "announcements-page-2=announcements/2565/page/2/",
                "announcements-kind=announcements/kind/policy/",
                "announcement=announcements/2565/asset-use/",
                "order=announcements/2565/order/",
                "revoked=announcements/2564/gift-old/",
                "hostile=announcements/2565/hostile/",
                "bidi=announcements/2565/bidi/",
                "long=announcements/2565/long/",
                "memo=memos/2565/report/",
                "news-list=news/",
                "news=news/2565/training/",
                "services=services/",
                "service=services/water/",
                "service-plain=services/plain/",
                "statistics-list=statistics/",
                "statistics=statistics/2565/services/",
                "statistics-parts=statistics/2565/general-complaints/",
                "statistics-gaps=statistics/2565/budget/",
                "statistics-none=statistics/2565/complaints/",
                "statistics-hostile=statistics/2565/hostile/",
                "standing=about/",
                "agency=agency/",
                "data=data/",
                "sitemap=sitemap/",
                "not-found=x");
    }

    private static Stream<PageType> of(TestSite site, String... types) {
        return Stream.of(types).map(type -> {
            int equals = type.indexOf('=');
            return new PageType(site, type.substring(0, equals), type.substring(equals + 1));
        });
    }

    boolean isMissing() {
        return name.equals("not-found");
    }

    @Override
    public String toString() {
        return site.name() + " " + name;
    }
}
