package prongsai.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import prongsai.model.Agency;
import prongsai.model.Announcement;
import prongsai.model.Header;
import prongsai.model.Memo;
import prongsai.model.NewsItem;
import prongsai.model.RecordState;
import prongsai.model.Service;
import prongsai.model.StandingPage;
import prongsai.model.StatisticsTable;
import prongsai.model.StatisticsTable.Column;
import prongsai.model.ThaiDate;
import prongsai.render.FrameView.Link;
import prongsai.render.Parts.Contents;
import prongsai.render.Parts.Download;
import prongsai.render.Parts.Fact;
import prongsai.render.Parts.MadeKnown;
import prongsai.render.Parts.Mark;
import prongsai.render.Parts.Notice;
import prongsai.render.Parts.Signer;
import prongsai.render.Parts.SourceNote;
import prongsai.site.Page;
import prongsai.site.Route;

/** Views of the pages of single records. */
final class RecordViews {

    private final Agency agency;
    private final ThaiText text;
    private final RecordParts parts;
    private final Notices notices;

    RecordViews(Agency agency, ThaiText text, RecordParts parts) {
        this.agency = agency;
        this.text = text;
        this.parts = parts;
        this.notices = new Notices(text);
    }

    /**
     * What every record's page shows.
     *
     * @param marks draft or revoked
     * @param replacedBy what took the place of a revoked record
     * @param contents the sections of a long text
     * @param channels where it was made known
     * @param channelsGap says that nothing is known of that
     */
    record Common(
            String title,
            List<Mark> marks,
            String summary,
            List<Fact> facts,
            Html body,
            List<Contents> contents,
            List<Download> files,
            Optional<Link> replacedBy,
            boolean revoked,
            List<MadeKnown> channels,
            String channelsGap,
            Optional<SourceNote> source) {}

    /** Of a record that is there to be made known: where nothing says how it was, that is a gap. */
    private Common announced(Header header, MarkdownHtml body, Optional<SourceNote> source, Route page) {
        boolean unknown =
                header.state() == RecordState.ISSUED && header.channels().isEmpty();
        return common(header, body, source, page, unknown ? "ยังไม่ได้ระบุช่องทางอื่นนอกจากเว็บไซต์นี้" : "");
    }

    private Common common(Header header, MarkdownHtml body, Optional<SourceNote> source, Route page) {
        return common(header, body, source, page, "");
    }

    private Common common(
            Header header, MarkdownHtml body, Optional<SourceNote> source, Route page, String channelsGap) {
        return new Common(
                header.title(),
                parts.mark(header).stream().toList(),
                header.summary().orElse(""),
                parts.facts(header, page),
                new Html(body.html()),
                RecordParts.contents(body),
                parts.downloads(header.attachments(), page),
                parts.replacement(header, page),
                header.state() == RecordState.REVOKED,
                parts.madeKnown(header),
                channelsGap,
                source);
    }

    /**
     * An announcement.
     *
     * @param official whether it is set in the official form of an announcement or order, on the screen too
     * @param form the word at its head, {@code ประกาศ} or {@code คำสั่ง}
     * @param subject the title without the words that the head already says
     * @param draft the words of a draft's ribbon
     */
    record AnnouncementView(
            Common record,
            String kind,
            boolean official,
            String form,
            String subject,
            String agency,
            String number,
            String date,
            String isoDate,
            String place,
            Optional<Signer> signer,
            String draft,
            Optional<Notice> notice) {}

    AnnouncementView announcement(Page.OfAnnouncement page, MarkdownHtml body) {
        Announcement announcement = page.entry().record();
        Header header = announcement.header();
        String form = form(announcement.kind());
        return new AnnouncementView(
                announced(header, body, parts.source(announcement, page.route()), page.route()),
                ThaiText.kind(announcement.kind()),
                isOfficialForm(announcement.kind()),
                form,
                subject(header.title(), form),
                agency.name(),
                header.number().orElse(""),
                header.date().map(text::officialDate).orElse(""),
                ThaiText.iso(header.date()),
                place(announcement.kind()),
                signer(header),
                header.state() == RecordState.DRAFT ? Drafts.ribbon(agency) : "",
                notices.of(announcement, subject(header.title(), form), body));
    }

    private static Optional<Signer> signer(Header header) {
        return header.signedBy().map(s -> new Signer(s.name(), s.position().orElse("")));
    }

    /** The word at the head of the official form. */
    static String form(Announcement.Kind kind) {
        return kind == Announcement.Kind.ORDER ? "คำสั่ง" : "ประกาศ";
    }

    /** The words before the day. */
    private static String place(Announcement.Kind kind) {
        if (kind == Announcement.Kind.ORDER) {
            return "สั่ง ณ วันที่";
        }
        return isOfficialForm(kind) ? "ประกาศ ณ วันที่" : "ณ วันที่";
    }

    static boolean isOfficialForm(Announcement.Kind kind) {
        return switch (kind) {
            case ANNOUNCEMENT, POLICY, MEASURE, ORDER, NOTICE -> true;
            case MANUAL, PLAN, REPORT -> false;
        };
    }

    /**
     * What stands after {@code เรื่อง}: a title that begins with the form's own word, or with form, agency and {@code
     * เรื่อง}, says what the head says already. {@code ประกาศใช้} is another word.
     */
    private String subject(String title, String form) {
        return subject(agency, title, form);
    }

    static String subject(Agency agency, String title, String form) {
        String rest = title;
        if (rest.startsWith(form + agency.name())) {
            rest = rest.substring(form.length() + agency.name().length()).strip();
            rest = rest.startsWith("เรื่อง") ? rest.substring("เรื่อง".length()).strip() : rest;
        } else if (rest.startsWith(form) && !rest.startsWith(form + "ใช้")) {
            rest = rest.substring(form.length()).strip();
        }
        return rest.isEmpty() ? title : rest;
    }

    /** A step of a memorandum's chain of opinion. */
    record OpinionView(
            String title, List<Choice> choices, String name, String position, String text, String note, String date) {}

    /** A box to mark. */
    record Choice(String label, boolean chosen) {}

    /** A memorandum. */
    record MemoView(
            Common record,
            String from,
            String to,
            String number,
            String date,
            String isoDate,
            List<OpinionView> opinions) {}

    MemoView memo(Page.OfMemo page, MarkdownHtml body) {
        Memo memo = page.entry().record();
        Header header = memo.header();
        return new MemoView(
                common(header, body, parts.source(memo, page.route()), page.route()),
                memo.from().or(header::unit).orElse(agency.name()),
                memo.to().orElse(""),
                header.number().orElse(""),
                text.date(header.date()),
                ThaiText.iso(header.date()),
                memo.opinions().stream().map(this::opinion).toList());
    }

    private OpinionView opinion(Memo.Opinion opinion) {
        boolean boxes = opinion.decision() != Memo.Decision.COMMENT;
        List<Choice> choices = boxes
                ? List.of(
                        new Choice("อนุมัติ", opinion.decision() == Memo.Decision.APPROVE),
                        new Choice("ไม่อนุมัติ", opinion.decision() == Memo.Decision.REJECT))
                : List.of();
        return new OpinionView(
                "ความเห็นของ" + opinion.position(),
                choices,
                opinion.name(),
                opinion.position(),
                opinion.text().orElse(""),
                opinion.decision() == Memo.Decision.UNDECIDED ? "ต้นฉบับไม่มีเครื่องหมายในช่องใด" : "",
                text.date(opinion.date()));
    }

    /** A piece of news. */
    record NewsView(Common record, String image, String imageAlt) {}

    NewsView news(Page.OfNews page, MarkdownHtml body) {
        NewsItem news = page.entry().record();
        return new NewsView(
                announced(news.header(), body, parts.source(news, page.route()), page.route()),
                parts.picture(news.image(), page.route()).orElse(""),
                news.imageAlt().orElse(""));
    }

    /** A standing page. */
    record StandingView(Common record) {}

    StandingView standing(Page.Standing page, MarkdownHtml body) {
        StandingPage standing = page.entry().record();
        return new StandingView(common(standing.header(), body, parts.source(standing, page.route()), page.route()));
    }

    /** A step of a service. */
    record StepView(String no, String text, String time) {}

    /** A service as a citizen's manual. */
    record ServiceView(
            Common record,
            List<String> audience,
            List<StepView> steps,
            String total,
            List<String> documents,
            String fee,
            List<String> law,
            String place,
            String hours,
            String onlineUrl,
            String onlineHow,
            Optional<Download> form,
            String number,
            String date,
            Optional<Signer> signer,
            Optional<Notice> notice) {}

    ServiceView service(Page.OfService page, MarkdownHtml body) {
        Service service = page.entry().record();
        List<StepView> steps = new ArrayList<>();
        for (Service.Step step : service.steps()) {
            String time = step.minutes()
                    .map(m -> text.amount(m.stripTrailingZeros().toPlainString()) + " นาที")
                    .orElse("");
            steps.add(new StepView(text.number(steps.size() + 1), step.text(), time));
        }
        return new ServiceView(
                announced(service.header(), body, parts.source(service, page.route()), page.route()),
                service.audience(),
                steps,
                total(service),
                service.documents(),
                fee(service),
                service.law(),
                service.place().orElse(""),
                service.hours().orElse(""),
                service.online().flatMap(Service.Online::url).orElse(""),
                service.online().flatMap(Service.Online::how).orElse(""),
                service.form().flatMap(f -> parts.download(f, Optional.of("แบบฟอร์ม"), page.route())),
                service.header().number().orElse(""),
                service.header().date().map(text::officialDate).orElse(""),
                signer(service.header()),
                notices.of(service, total(service), fee(service), body));
    }

    private String total(Service service) {
        boolean allTimed = service.steps().size() > 1
                && service.steps().stream().allMatch(s -> s.minutes().isPresent());
        if (!allTimed) {
            return "";
        }
        java.math.BigDecimal sum = service.steps().stream()
                .flatMap(s -> s.minutes().stream())
                .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add);
        return "รวมระยะเวลา " + text.amount(sum.stripTrailingZeros().toPlainString()) + " นาที";
    }

    private String fee(Service service) {
        return service.fee()
                .map(f -> f.matches("[0-9]+(\\.[0-9]+)?") ? baht(f) : f)
                .orElse("");
    }

    private String baht(String amount) {
        boolean free = new java.math.BigDecimal(amount).signum() == 0;
        return free ? "ไม่มีค่าธรรมเนียม" : text.amount(amount) + " บาท";
    }

    /** A column of a table. */
    record ColumnView(String title, boolean numeric) {}

    /** A cell: words and, for figures, their plain digits. */
    record Cell(String text, String plain) {}

    /** A table of statistics. */
    record StatisticsView(
            String title,
            String kind,
            List<Fact> facts,
            List<ColumnView> columns,
            List<List<Cell>> rows,
            FigureCharts.TableView charts,
            boolean none,
            Optional<SourceNote> source) {}

    StatisticsView statistics(Page.OfStatistics page) {
        StatisticsTable table = page.entry().record();
        List<Fact> facts = List.of(
                new Fact("ปีงบประมาณ", text.year(table.year())), new Fact("ช่วงเวลา", text.period(table.covered())));
        List<String> titles = table.columns().stream().map(RecordViews::title).toList();
        List<List<Cell>> cells =
                table.rows().stream().map(row -> cells(table.columns(), row)).toList();
        return new StatisticsView(
                table.title(),
                ThaiText.kind(table.kind()),
                facts,
                table.columns().stream()
                        .map(c -> new ColumnView(title(c), c.type().isNumeric()))
                        .toList(),
                cells,
                new FigureCharts(text).of(table, titles, cells),
                table.none(),
                parts.source(table, page.route()));
    }

    private static String title(Column column) {
        boolean inBaht = column.type() == StatisticsTable.ColumnType.MONEY;
        return inBaht && !column.title().contains("บาท") ? column.title() + " (บาท)" : column.title();
    }

    private List<Cell> cells(List<Column> columns, Map<String, String> row) {
        return columns.stream().map(c -> cell(c, row.get(c.key()))).toList();
    }

    private Cell cell(Column column, @org.jspecify.annotations.Nullable String written) {
        if (written == null) {
            return new Cell("–", "");
        }
        return switch (column.type()) {
            case NUMBER, MONEY -> new Cell(text.amount(written), written.toLowerCase(Locale.ROOT));
            case DATE -> new Cell(ThaiDate.parse(written).map(text::date).orElse(written), "");
            case TEXT -> new Cell(written, "");
        };
    }
}
