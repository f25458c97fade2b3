package prongsai.render;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import prongsai.model.Agency;
import prongsai.render.FrameView.Link;
import prongsai.render.Parts.Contents;
import prongsai.render.Parts.Download;
import prongsai.render.Parts.Fact;
import prongsai.site.DataColumn;
import prongsai.site.DatasetInfo;
import prongsai.site.DatasetInfo.Form;
import prongsai.site.OutputPath;
import prongsai.site.Page;
import prongsai.site.Route;

/** The view of the open data (ข้อมูลเปิด): each dataset with its files, and what each of its columns tells. */
final class DataViews {

    private static final List<String> COLUMN_TITLES = List.of("คอลัมน์", "ชื่อ", "ชนิดและหน่วย", "คำอธิบาย");

    private final Agency agency;
    private final ThaiText text;
    private final List<DatasetInfo> datasets;

    DataViews(Agency agency, ThaiText text, List<DatasetInfo> datasets) {
        this.agency = agency;
        this.text = text;
        this.datasets = List.copyOf(datasets);
    }

    /** A column of the table that explains columns. */
    record Head(String title) {}

    /** One dataset. */
    record DatasetView(
            String id,
            String title,
            String description,
            boolean empty,
            List<Fact> facts,
            List<Download> files,
            String columnCount,
            List<Head> heads,
            List<List<String>> columns) {}

    /** What others may do with the data; empty where the agency has not said. */
    record LicenceView(String title, String href) {}

    /** The page. */
    record DataView(
            List<Contents> contents,
            Optional<LicenceView> licence,
            List<DatasetView> datasets,
            List<Download> files,
            List<Download> catalogue,
            String baseUrl,
            Link contact) {}

    DataView data(Page.Own page) {
        Route route = page.route();
        List<Contents> contents = new ArrayList<>();
        datasets.forEach(d -> contents.add(new Contents(d.title(), "#" + d.name(), rows(d), List.of())));
        contents.add(new Contents("รายการไฟล์ที่เผยแพร่", "#files", "", List.of()));
        return new DataView(
                contents,
                agency.licence().map(l -> new LicenceView(l.title(), l.url().orElse(""))),
                datasets.stream().map(d -> dataset(d, route)).toList(),
                List.of(download(DatasetInfo.FILES, "CSV", "", route)),
                List.of(download(DatasetInfo.CATALOGUE, "JSON-LD", "", route)),
                agency.baseUrl().toString(),
                new Link("ติดต่อหน่วยงาน", route.linkTo(Route.of("agency")) + "#contact"));
    }

    private String rows(DatasetInfo info) {
        return info.rows() == 0 ? "ยังไม่มีข้อมูล" : text.amount(Integer.toString(info.rows())) + " แถว";
    }

    private DatasetView dataset(DatasetInfo info, Route route) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("จำนวน", rows(info)));
        facts.add(new Fact("ปรับปรุง", info.frequency().word()));
        info.modified().ifPresent(day -> facts.add(changed(day)));
        facts.add(new Fact("ประเภทข้อมูล", info.kind().word()));
        List<Download> files = new ArrayList<>();
        for (Form form : Form.values()) {
            files.add(download(info.file(form), form.word(), form == Form.SCHEMA ? "" : rows(info), route));
        }
        return new DatasetView(
                info.name(),
                info.title(),
                info.description(),
                info.rows() == 0,
                facts,
                files,
                text.number(info.columns().size()),
                COLUMN_TITLES.stream().map(Head::new).toList(),
                info.columns().stream().map(DataViews::explained).toList());
    }

    private Fact changed(LocalDate day) {
        return new Fact("ข้อมูลเปลี่ยนแปลงล่าสุด", text.date(day), "", day.toString());
    }

    private static Download download(OutputPath file, String type, String size, Route route) {
        String path = file.text();
        return new Download(path.substring(path.indexOf('/') + 1), route.linkToFile(path), type, size, "", "");
    }

    private static List<String> explained(DataColumn column) {
        String codes =
                column.codes().stream().map(c -> c.code() + " = " + c.word()).collect(Collectors.joining(", "));
        return List.of(
                column.key(),
                column.title(),
                column.type().word() + (column.unit().isEmpty() ? "" : " (" + column.unit() + ")"),
                column.explanation() + (codes.isEmpty() ? "" : ": " + codes));
    }
}
