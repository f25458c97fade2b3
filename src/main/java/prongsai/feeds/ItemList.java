package prongsai.feeds;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import prongsai.disclosure.Component;
import prongsai.disclosure.DisclosureReport;
import prongsai.disclosure.ItemReport;
import prongsai.disclosure.ItemStatus;
import prongsai.model.FiscalYear;
import prongsai.site.OutputFile;
import prongsai.site.OutputPath;
import prongsai.site.Site;

/**
 * The list of a year's items with their addresses, as an agency files it with the assessor (แบบ OIT): as CSV and as a
 * spreadsheet.
 */
final class ItemList {

    private static final List<Cell> HEAD = Cell.texts("ข้อ", "ข้อมูล", "สถานะ", "URL", "หมายเหตุ");
    private static final List<Integer> WIDTHS = List.of(8, 60, 26, 60, 80);

    private ItemList() {}

    /** The files of all years, such as {@code oit/2563/items.csv}. */
    static List<MadeFile> files(Site site) {
        List<MadeFile> files = new ArrayList<>();
        site.reports().forEach((year, report) -> {
            files.add(file(year, "csv", out -> Csv.write(rows(site, year, report), out)));
            files.add(file(year, "xlsx", out -> Xlsx.write("OIT " + year, rows(site, year, report), WIDTHS, out)));
        });
        return files;
    }

    private static MadeFile file(FiscalYear year, String type, OutputFile.Writing writing) {
        return MadeFile.table(new OutputPath("oit/" + year + "/items." + type), OutputFile.Kind.DATA, writing);
    }

    private static Stream<List<Cell>> rows(Site site, FiscalYear year, DisclosureReport report) {
        String base = site.content().agency().record().baseUrl().toString();
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(HEAD);
        for (ItemReport item : report.items()) {
            String code = item.item().code();
            rows.add(Cell.texts(
                    code,
                    item.item().name(),
                    ItemData.code(item.status()).word(),
                    base + Site.itemRoute(year, code).path(),
                    note(item.status())));
        }
        return rows.stream();
    }

    private static String note(ItemStatus status) {
        if (status instanceof ItemStatus.NotApplicable not) {
            return not.reason();
        }
        String missing = status.gaps().stream()
                .flatMap(g -> g.components().stream())
                .map(Component::text)
                .collect(Collectors.joining("; "));
        return missing.isEmpty() ? "" : "ยังขาด: " + missing;
    }
}
