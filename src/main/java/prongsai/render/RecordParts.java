package prongsai.render;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import prongsai.content.ContentFile;
import prongsai.content.Entry;
import prongsai.disclosure.Catalogue;
import prongsai.disclosure.OitItem;
import prongsai.model.Agency;
import prongsai.model.Announcement;
import prongsai.model.Attachment;
import prongsai.model.Channel;
import prongsai.model.Claim;
import prongsai.model.FilePath;
import prongsai.model.HeadedRecord;
import prongsai.model.Header;
import prongsai.model.PublicRecord;
import prongsai.model.RecordState;
import prongsai.model.Source;
import prongsai.model.StatisticsTable;
import prongsai.render.FrameView.Link;
import prongsai.render.Parts.Contents;
import prongsai.render.Parts.Download;
import prongsai.render.Parts.Fact;
import prongsai.render.Parts.MadeKnown;
import prongsai.render.Parts.Mark;
import prongsai.render.Parts.Row;
import prongsai.render.Parts.SourceNote;
import prongsai.site.Attachments;
import prongsai.site.Collection;
import prongsai.site.Route;
import prongsai.site.Site;
import prongsai.source.Problems;
import prongsai.source.TextBlock;

/** What the pages of records of every kind have in common: their text, facts, files, source and rows in lists. */
final class RecordParts {

    private final Site site;
    private final ThaiText text;
    private final SiteLinks links;
    private final MarkdownRenderer markdown;
    private final Notebook notebook;

    RecordParts(Site site, ThaiText text, SiteLinks links, MarkdownRenderer markdown, Notebook notebook) {
        this.site = site;
        this.text = text;
        this.links = links;
        this.markdown = markdown;
        this.notebook = notebook;
    }

    /** A record's own text, with headings below the page's title. */
    MarkdownHtml body(Entry<? extends PublicRecord> entry, Route page) {
        return markdown(entry, entry.body(), page, "", 2);
    }

    /** Markdown of a record, shown on a page. */
    MarkdownHtml markdown(
            Entry<? extends PublicRecord> entry, TextBlock block, Route page, String idPrefix, int topHeading) {
        MarkdownHtml html = markdown.render(
                block,
                new RecordLinkResolver(entry.path(), page, links, site),
                options(idPrefix, topHeading),
                notebook.notes().problems());
        notebook.notes().links().addAll(html.links());
        return html;
    }

    private MarkdownOptions options(String idPrefix, int topHeading) {
        return new MarkdownOptions(
                topHeading, idPrefix, site.content().agency().record().numerals());
    }

    /** Finds what is wrong in the texts of records that have no page. */
    void checkLeftOut(Problems problems) {
        site.content().leftOut().forEach((file, record) -> {
            LinkResolver resolver = new RecordLinkResolver(file, new Route(""), links, site);
            record.body().ifPresent(body -> markdown.render(body, resolver, options("", 2), problems));
        });
    }

    Row row(Entry<? extends PublicRecord> entry, Route page) {
        PublicRecord record = entry.record();
        Optional<RecordState> state = state(record);
        return new Row(
                Drafts.title(entry, site.content().agency().record()),
                page.linkTo(Site.routeOf(record.id())),
                text.date(record.date()),
                ThaiText.iso(record.date()),
                kind(record),
                header(record).flatMap(Header::unit).orElse(""),
                header(record).flatMap(Header::summary).orElse(""),
                state.filter(RecordState.REVOKED::equals).map(s -> "revoked").orElse(""),
                "");
    }

    List<Row> rows(List<? extends Entry<? extends PublicRecord>> entries, Route page) {
        return entries.stream().map(e -> row(e, page)).toList();
    }

    /** What kind of record it is, in a word or two. */
    static String kind(PublicRecord record) {
        if (record instanceof Announcement announcement) {
            return ThaiText.kind(announcement.kind());
        }
        if (record instanceof StatisticsTable table) {
            return ThaiText.kind(table.kind());
        }
        return switch (record.id().collection()) {
            case "memos" -> ThaiText.collection(Collection.MEMOS);
            case "news" -> "ข่าว";
            case "services" -> "บริการ";
            case "ita" -> "ผลการประเมิน";
            case "plans" -> "แผนและรายงานการวิเคราะห์";
            default -> "ข้อมูล";
        };
    }

    private static Optional<Header> header(PublicRecord record) {
        return record instanceof HeadedRecord headed ? Optional.of(headed.header()) : Optional.empty();
    }

    private static Optional<RecordState> state(PublicRecord record) {
        return header(record).map(Header::state);
    }

    /** The facts of a header in the order in which an officer would look for them. */
    List<Fact> facts(Header header, Route page) {
        List<Fact> facts = new ArrayList<>();
        header.date().ifPresent(d -> facts.add(new Fact("วันที่", text.date(d), "", d.toString())));
        header.number().ifPresent(n -> facts.add(new Fact("เลขที่", n)));
        header.servedYear().ifPresent(y -> facts.add(new Fact("ปีงบประมาณ", text.year(y))));
        header.unit().ifPresent(u -> facts.add(new Fact("ส่วนงานที่รับผิดชอบ", u)));
        header.period().ifPresent(p -> facts.add(new Fact("ช่วงเวลา", text.period(p))));
        facts.addAll(servedItems(header, page));
        return facts;
    }

    /** Where the record was made known, in the order of the kinds; a draft was not. */
    List<MadeKnown> madeKnown(Header header) {
        if (header.state() == RecordState.DRAFT) {
            return List.of();
        }
        return header.channels().stream()
                .distinct()
                .sorted()
                .map(c -> madeKnown(c, site.content().agency().record()))
                .toList();
    }

    private static MadeKnown madeKnown(Channel channel, Agency agency) {
        String name = ThaiText.channel(channel);
        return switch (channel) {
            case WEBSITE -> new MadeKnown(name, "", "หน้านี้", "");
            case FACEBOOK -> network(name, agency.channel(Agency.OnlineKind.FACEBOOK));
            case LINE -> network(name, agency.channel(Agency.OnlineKind.LINE));
            case NOTICE_BOARD, CIRCULAR, COMMUNITY_LETTER -> new MadeKnown(name, "", "", "");
        };
    }

    private static MadeKnown network(String name, Agency.OnlineChannel channel) {
        String gap = channel.address().isPresent() ? "" : "ยังไม่มีที่อยู่บนเว็บไซต์นี้";
        return new MadeKnown(name, channel.address().orElse(""), "", gap);
    }

    /** The items that an assessor finds this record under. */
    private List<Fact> servedItems(Header header, Route page) {
        if (header.state() != RecordState.ISSUED || header.discloses().isEmpty()) {
            return List.of();
        }
        Set<String> topics = header.discloses().stream().map(Claim::topic).collect(Collectors.toSet());
        Optional<Catalogue> catalogue =
                header.servedYear().or(() -> Optional.of(site.currentYear())).flatMap(site.catalogues()::of);
        if (catalogue.isEmpty() || !site.reports().containsKey(catalogue.get().year())) {
            return List.of();
        }
        List<Fact> facts = new ArrayList<>();
        for (OitItem item : catalogue.get().items()) {
            if (item.topics().stream().anyMatch(t -> topics.contains(t.id()))) {
                Route route = Site.itemRoute(catalogue.get().year(), item.code());
                facts.add(new Fact("รายการ OIT", item.code() + " " + item.name(), page.linkTo(route), ""));
            }
        }
        return facts;
    }

    Optional<Mark> mark(Header header) {
        return switch (header.state()) {
            case ISSUED -> Optional.empty();
            case DRAFT -> Optional.of(new Mark("draft"));
            case REVOKED -> Optional.of(new Mark("revoked"));
        };
    }

    /** The record that took the place of a revoked one. */
    Optional<Link> replacement(Header header, Route page) {
        return header.replacedBy()
                .flatMap(id -> links.title(id).map(title -> new Link(title, page.linkTo(Site.routeOf(id)))));
    }

    List<Download> downloads(List<Attachment> attachments, Route page) {
        return attachments.stream()
                .flatMap(a -> download(a.file(), a.title(), page).stream())
                .toList();
    }

    Optional<Download> download(FilePath path, Optional<String> title, Route page) {
        return links.file(path)
                .map(f -> new Download(
                        title.orElse(path.name()),
                        links.href(page, f),
                        Attachments.type(path),
                        ThaiText.size(f.size()),
                        path.name(),
                        ""));
    }

    /** The address of a picture of the content folder. */
    Optional<String> picture(Optional<FilePath> path, Route page) {
        return path.flatMap(links::file).map((ContentFile f) -> links.href(page, f));
    }

    /** Where the record's facts come from, and when they last changed. */
    Optional<SourceNote> source(PublicRecord record, Route page) {
        String change = lastChange(record.lastChange());
        if (record.source().isEmpty()) {
            return change.isEmpty() ? Optional.empty() : Optional.of(new SourceNote("", "", "", change));
        }
        Source source = record.source().get();
        String href =
                source.file().flatMap(links::file).map(f -> links.href(page, f)).orElse("");
        return Optional.of(new SourceNote(
                source.title().orElseGet(() -> source.file().map(FilePath::name).orElse("")),
                source.part().orElse(""),
                href,
                change));
    }

    String lastChange(Optional<LocalDate> day) {
        return day.map(d -> "เปลี่ยนแปลงล่าสุด " + text.date(d)).orElse("");
    }

    /** The headings of a text as a table of contents; none for a short text. */
    static List<Contents> contents(MarkdownHtml rendered) {
        List<Contents> top = new ArrayList<>();
        for (MarkdownHtml.Heading heading : rendered.headings()) {
            Contents entry = new Contents(heading.text(), "#" + heading.id(), "", new ArrayList<>());
            if (heading.level() <= 2 || top.isEmpty()) {
                top.add(entry);
            } else if (heading.level() == 3) {
                top.get(top.size() - 1).entries().add(entry);
            }
        }
        return top.size() < 3 ? List.of() : top;
    }

    /** The latest of several days. */
    static Optional<LocalDate> latest(Stream<Optional<LocalDate>> days) {
        return days.flatMap(Optional::stream).max(LocalDate::compareTo);
    }
}
