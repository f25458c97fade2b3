package prongsai.feeds;

import static prongsai.site.DataColumn.Type.ADDRESS;
import static prongsai.site.DataColumn.Type.DAY;
import static prongsai.site.DataColumn.Type.TEXT;
import static prongsai.site.DataColumn.Type.TEXTS;
import static prongsai.site.DataColumn.Type.WHOLE;
import static prongsai.site.DataColumn.Type.YEAR;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import prongsai.content.Entry;
import prongsai.model.ActionPlan;
import prongsai.model.ActionPlan.Action;
import prongsai.model.ActionPlan.Progress;
import prongsai.model.ActionPlan.Section;
import prongsai.model.ActionPlan.Status;
import prongsai.site.DataColumn;
import prongsai.site.DataColumn.Code;
import prongsai.site.DatasetInfo.Frequency;
import prongsai.site.DatasetInfo.Kind;
import prongsai.site.Site;
import prongsai.source.StableName;

/** The actions of all plans, and what was reported of their progress. */
final class PlanData {

    private static final List<Code> STATUSES = Arrays.stream(Status.values())
            .map(s -> new Code(StableName.of(s), word(s)))
            .toList();

    private static final DataColumn YEAR_OF_PLAN = DataColumn.of(
                    YEAR, "fiscalYear", "ปีงบประมาณ", "ปีงบประมาณที่ดำเนินการตามแผน")
            .in("พ.ศ.");
    private static final DataColumn ACTION =
            DataColumn.of(WHOLE, "action", "เรื่องที่", "ลำดับของการดำเนินการในแผนของปีนั้น เริ่มจาก 1");

    private static final List<DataColumn> COLUMNS = List.of(
            YEAR_OF_PLAN,
            DataColumn.of(YEAR, "basedOn", "ปีของผลการประเมิน", "ปีงบประมาณของผลการประเมินที่นำมาวิเคราะห์")
                    .in("พ.ศ."),
            ACTION,
            DataColumn.of(TEXT, "instrument", "เครื่องมือ", "เครื่องมือการประเมินที่นำมาวิเคราะห์"),
            DataColumn.of(
                    TEXT, "lowestIndicator", "ตัวชี้วัดที่ได้คะแนนต่ำสุด", "รหัสตัวชี้วัดตามคู่มือของปีที่ประเมิน"),
            DataColumn.of(TEXTS, "issues", "ประเด็นที่เป็นข้อบกพร่องหรือจุดอ่อน", "ประเด็นที่ต้องแก้ไขหรือพัฒนา"),
            DataColumn.of(TEXTS, "approach", "แนวทาง", "แนวทางการนำผลการวิเคราะห์ไปสู่การปฏิบัติ"),
            DataColumn.of(TEXTS, "measures", "มาตรการ", "มาตรการที่กำหนดไว้"),
            DataColumn.of(TEXTS, "responsible", "ผู้รับผิดชอบ", "หน่วยงานที่รับผิดชอบ"),
            DataColumn.of(DAY, "due", "กำหนดแล้วเสร็จ", "ว่างเมื่อแผนไม่ได้ระบุวัน"),
            DataColumn.of(TEXT, "plannedStatus", "สถานะในแผน", "สถานะตามที่แผนระบุไว้แต่แรก")
                    .with(STATUSES),
            DataColumn.of(
                            TEXT,
                            "status",
                            "สถานะล่าสุด",
                            "สถานะตามรายงานความก้าวหน้าครั้งล่าสุด หากไม่มีรายงานใช้สถานะในแผน")
                    .with(STATUSES),
            DataColumn.of(TEXT, "statusText", "สถานะล่าสุด (คำไทย)", "คำที่แสดงบนหน้าเว็บ"),
            DataColumn.of(WHOLE, "reports", "จำนวนรายงานความก้าวหน้า", "ดูรายละเอียดในชุดข้อมูล plan-progress")
                    .in("ครั้ง"),
            DataColumn.of(DAY, "lastReport", "รายงานล่าสุด", "วันที่ของรายงานความก้าวหน้าครั้งล่าสุด"),
            DataColumn.of(TEXT, "note", "หมายเหตุ", "ข้อความในต้นฉบับเมื่อสถานะไม่ชัดเจน"),
            DataColumn.of(ADDRESS, "url", "ที่อยู่หน้า", "ส่วนของหน้าแผนที่แสดงเรื่องนี้"));

    private static final List<DataColumn> PROGRESS_COLUMNS = List.of(
            YEAR_OF_PLAN,
            ACTION,
            DataColumn.of(DAY, "date", "วันที่รายงาน", "วันที่ของรายงานความก้าวหน้า"),
            DataColumn.of(TEXT, "text", "ความก้าวหน้า", "สิ่งที่รายงาน"),
            DataColumn.of(TEXT, "status", "สถานะ", "สถานะที่รายงาน ว่างเมื่อรายงานไม่ได้เปลี่ยนสถานะ")
                    .with(STATUSES),
            DataColumn.of(TEXT, "statusText", "สถานะ (คำไทย)", "คำที่แสดงบนหน้าเว็บ"),
            DataColumn.of(ADDRESS, "evidence", "หลักฐาน", "หน้าหรือไฟล์ที่เป็นหลักฐาน ว่างเมื่อไม่มี"),
            DataColumn.of(ADDRESS, "url", "ที่อยู่หน้า", "ส่วนของหน้าแผนที่แสดงเรื่องนี้"));

    private static final Dataset.Head ACTIONS = new Dataset.Head(
            "plan-actions",
            "แผนปรับปรุงและการดำเนินการ",
            "การดำเนินการทุกเรื่องตามแผนที่จัดทำจากผลการประเมิน พร้อมผู้รับผิดชอบและสถานะล่าสุด",
            Kind.RECORDS,
            Frequency.IRREGULAR,
            List.of("แผนปรับปรุง", "มาตรการส่งเสริมคุณธรรมและความโปร่งใส", "ความก้าวหน้า"));

    private static final Dataset.Head PROGRESS = new Dataset.Head(
            "plan-progress",
            "รายงานความก้าวหน้าของแผนปรับปรุง",
            "รายงานความก้าวหน้าทุกครั้งของการดำเนินการแต่ละเรื่อง พร้อมหลักฐาน",
            Kind.RECORDS,
            Frequency.IRREGULAR,
            List.of("แผนปรับปรุง", "ความก้าวหน้า", "หลักฐาน"));

    private final List<ActionPlan> plans;
    private final Addresses addresses;
    private final List<List<Cell>> actions = new ArrayList<>();
    private final List<List<Cell>> progress = new ArrayList<>();

    PlanData(Site site, Addresses addresses) {
        this.plans = site.content().plans().stream().map(Entry::record).toList();
        this.addresses = addresses;
    }

    List<Dataset> datasets() {
        plans.forEach(this::add);
        return List.of(
                Dataset.of(ACTIONS, COLUMNS, plans.stream(), actions),
                Dataset.of(PROGRESS, PROGRESS_COLUMNS, plans.stream(), progress));
    }

    private void add(ActionPlan plan) {
        int number = 0;
        for (int i = 0; i < plan.sections().size(); i++) {
            Section section = plan.sections().get(i);
            Cell url = Cell.of(addresses.of(plan.id()) + "#section-" + (i + 1));
            for (Action action : section.actions()) {
                number++;
                actions.add(row(plan, section, action, number, url));
                for (Progress report : action.progress()) {
                    progress.add(row(plan, report, number, url));
                }
            }
        }
    }

    private static List<Cell> row(ActionPlan plan, Section section, Action action, int number, Cell url) {
        Optional<LocalDate> last =
                action.progress().stream().map(Progress::date).max(LocalDate::compareTo);
        return List.of(
                Cell.of(plan.year().year()),
                Cell.of(plan.basedOn().year()),
                Cell.of(number),
                Cell.of(section.instrument().name()),
                Cell.of(section.lowestIndicator()),
                Cell.of(action.issues()),
                Cell.of(action.approach()),
                Cell.of(action.measures()),
                Cell.of(action.responsible()),
                Cell.day(action.due()),
                Cell.of(StableName.of(action.status())),
                Cell.of(StableName.of(action.currentStatus())),
                Cell.of(word(action.currentStatus())),
                Cell.of(action.progress().size()),
                Cell.day(last),
                Cell.of(action.note()),
                url);
    }

    private List<Cell> row(ActionPlan plan, Progress report, int number, Cell url) {
        return List.of(
                Cell.of(plan.year().year()),
                Cell.of(number),
                Cell.day(Optional.of(report.date())),
                Cell.of(report.text()),
                Cell.of(report.status().map(StableName::of)),
                Cell.of(report.status().map(PlanData::word)),
                Cell.of(report.evidence().flatMap(addresses::ofEvidence)),
                url);
    }

    /** As the component {@code status-chip} says it. */
    private static String word(Status status) {
        return switch (status) {
            case DONE -> "ดำเนินการแล้ว";
            case IN_PROGRESS -> "กำลังดำเนินการ";
            case NOT_STARTED -> "ยังไม่ดำเนินการ";
            case UNCLEAR -> "สถานะในต้นฉบับไม่ชัดเจน";
        };
    }
}
