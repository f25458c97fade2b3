package prongsai.feeds;

import static prongsai.site.DataColumn.Type.ADDRESS;
import static prongsai.site.DataColumn.Type.DAY;
import static prongsai.site.DataColumn.Type.TEXT;
import static prongsai.site.DataColumn.Type.TEXTS;
import static prongsai.site.DataColumn.Type.WHOLE;
import static prongsai.site.DataColumn.Type.YEAR;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import prongsai.disclosure.Catalogue;
import prongsai.disclosure.Component;
import prongsai.disclosure.DisclosureReport;
import prongsai.disclosure.Indicator;
import prongsai.disclosure.ItemReport;
import prongsai.disclosure.ItemStatus;
import prongsai.disclosure.OitItem;
import prongsai.disclosure.SubIndicator;
import prongsai.model.FiscalYear;
import prongsai.site.DataColumn;
import prongsai.site.DataColumn.Code;
import prongsai.site.DatasetInfo.Frequency;
import prongsai.site.DatasetInfo.Kind;
import prongsai.site.Site;

/** The items of all years that have pages of them, and what this site shows of each. */
final class ItemData {

    private static final List<Code> STATUSES = List.of(
            new Code("complete", "เปิดเผยครบ"),
            new Code("incomplete", "เปิดเผยไม่ครบ"),
            new Code("missing", "ยังไม่มีข้อมูลบนเว็บไซต์นี้"),
            new Code("not-applicable", "ไม่เกี่ยวข้อง"));

    private static final List<DataColumn> COLUMNS = List.of(
            DataColumn.of(YEAR, "fiscalYear", "ปีงบประมาณ", "ปีงบประมาณของรายการ")
                    .in("พ.ศ."),
            DataColumn.of(TEXT, "item", "ข้อ", "รหัสข้อตามคู่มือของปีนั้น รหัสเดียวกันในปีอื่นอาจเป็นเรื่องอื่น"),
            DataColumn.of(TEXT, "name", "ข้อมูล", "ชื่อข้อมูลที่ต้องเปิดเผย"),
            DataColumn.of(TEXT, "subIndicator", "รหัสตัวชี้วัดย่อย", "ตัวชี้วัดย่อยที่ข้อนี้สังกัด"),
            DataColumn.of(TEXT, "subIndicatorName", "ชื่อตัวชี้วัดย่อย", "ชื่อตามรายการของปีนั้น"),
            DataColumn.of(TEXT, "indicator", "รหัสตัวชี้วัด", "ตัวชี้วัดที่ข้อนี้สังกัด"),
            DataColumn.of(TEXT, "indicatorName", "ชื่อตัวชี้วัด", "ชื่อตามรายการของปีนั้น"),
            DataColumn.of(TEXT, "status", "สถานะ", "สิ่งที่เว็บไซต์นี้แสดง มิใช่ผลการประเมินอย่างเป็นทางการ")
                    .with(STATUSES),
            DataColumn.of(TEXT, "statusText", "สถานะ (คำไทย)", "คำที่แสดงบนหน้าเว็บ"),
            DataColumn.of(TEXT, "reason", "เหตุผล", "เหตุผลที่ไม่เกี่ยวข้องกับหน่วยงาน"),
            DataColumn.of(TEXTS, "missing", "ส่วนที่ยังขาด", "องค์ประกอบที่ต้องแสดงและยังไม่มีบนเว็บไซต์นี้"),
            DataColumn.of(WHOLE, "missingCount", "จำนวนส่วนที่ยังขาด", "จำนวนองค์ประกอบที่ยังไม่มี")
                    .in("ส่วน"),
            DataColumn.of(
                    DAY, "lastChange", "เปลี่ยนแปลงล่าสุด", "วันที่หลักฐานของข้อนี้เปลี่ยนแปลงล่าสุด ว่างเมื่อไม่ทราบ"),
            DataColumn.of(ADDRESS, "url", "ที่อยู่หน้า", "หน้าของข้อนี้ ใช้ยื่นต่อผู้ประเมิน"));

    private static final Dataset.Head ITEMS = new Dataset.Head(
            "items",
            "รายการข้อมูลสาธารณะที่ต้องเปิดเผย (OIT) และสถานะ",
            "ทุกข้อของแต่ละปี สถานะการเปิดเผยบนเว็บไซต์นี้ และส่วนที่ยังขาด",
            Kind.RECORDS,
            Frequency.IRREGULAR,
            List.of("OIT", "การเปิดเผยข้อมูลสาธารณะ", "ความโปร่งใส"));

    private final Addresses addresses;
    private final List<List<Cell>> rows = new ArrayList<>();
    private Optional<LocalDate> modified = Optional.empty();

    private ItemData(Addresses addresses) {
        this.addresses = addresses;
    }

    static Dataset dataset(Site site, Addresses addresses) {
        ItemData data = new ItemData(addresses);
        site.reports().forEach(data::add);
        return new Dataset(ITEMS.with(COLUMNS, data.rows.size(), data.modified), data.rows::stream);
    }

    private void add(FiscalYear year, DisclosureReport report) {
        Map<String, ItemReport> reports = new HashMap<>();
        report.items().forEach(i -> reports.put(i.item().code(), i));
        Catalogue catalogue = report.catalogue();
        for (SubIndicator sub : catalogue.subIndicators()) {
            Optional<Indicator> indicator = catalogue.indicator(sub.indicator());
            for (OitItem item : sub.items()) {
                rows.add(row(year, sub, indicator, Objects.requireNonNull(reports.get(item.code()))));
            }
        }
    }

    private List<Cell> row(FiscalYear year, SubIndicator sub, Optional<Indicator> indicator, ItemReport report) {
        List<String> missing = report.status().gaps().stream()
                .flatMap(g -> g.components().stream())
                .map(Component::text)
                .toList();
        Optional<LocalDate> changed = report.lastChange();
        modified = Stream.of(modified, changed).flatMap(Optional::stream).max(LocalDate::compareTo);
        return List.of(
                Cell.of(year.year()),
                Cell.of(report.item().code()),
                Cell.of(report.item().name()),
                Cell.of(sub.code()),
                Cell.of(sub.name()),
                Cell.of(sub.indicator()),
                Cell.of(indicator.map(Indicator::name)),
                Cell.of(code(report.status()).code()),
                Cell.of(code(report.status()).word()),
                report.status() instanceof ItemStatus.NotApplicable not ? Cell.of(not.reason()) : Cell.none(),
                Cell.of(missing),
                Cell.of(missing.size()),
                Cell.day(changed),
                Cell.of(addresses.of(Site.itemRoute(year, report.item().code()))));
    }

    static Code code(ItemStatus status) {
        if (status instanceof ItemStatus.Complete) {
            return STATUSES.get(0);
        }
        if (status instanceof ItemStatus.Incomplete) {
            return STATUSES.get(1);
        }
        return STATUSES.get(status instanceof ItemStatus.Missing ? 2 : 3);
    }
}
