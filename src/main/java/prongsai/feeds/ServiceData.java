package prongsai.feeds;

import static prongsai.site.DataColumn.Type.ADDRESS;
import static prongsai.site.DataColumn.Type.DAY;
import static prongsai.site.DataColumn.Type.DECIMAL;
import static prongsai.site.DataColumn.Type.TEXT;
import static prongsai.site.DataColumn.Type.TEXTS;
import static prongsai.site.DataColumn.Type.WHOLE;

import java.util.ArrayList;
import java.util.List;
import prongsai.content.Entry;
import prongsai.model.PublicRecord;
import prongsai.model.Service;
import prongsai.model.Service.Online;
import prongsai.model.Service.Step;
import prongsai.site.Collection;
import prongsai.site.DataColumn;
import prongsai.site.DatasetInfo.Frequency;
import prongsai.site.DatasetInfo.Kind;
import prongsai.site.Site;

/** The services as their citizen's manuals describe them, and their steps. */
final class ServiceData {

    private static final DataColumn TITLE = DataColumn.of(TEXT, "title", "บริการ", "ชื่อบริการ");
    private static final DataColumn URL =
            DataColumn.of(ADDRESS, "url", "ที่อยู่หน้า", "หน้าของบริการ ไม่เปลี่ยนตลอดไป");

    private static final List<DataColumn> COLUMNS = List.of(
            TITLE,
            DataColumn.of(TEXT, "unit", "ส่วนงานที่รับผิดชอบ", "ว่างเมื่อไม่ได้ระบุ"),
            DataColumn.of(TEXTS, "audience", "ผู้รับบริการ", "ผู้ที่ขอรับบริการได้"),
            DataColumn.of(WHOLE, "steps", "จำนวนขั้นตอน", "ดูแต่ละขั้นตอนในชุดข้อมูล service-steps")
                    .in("ขั้นตอน"),
            DataColumn.of(TEXTS, "documents", "เอกสารที่ใช้", "เอกสารที่ผู้รับบริการต้องนำมา"),
            DataColumn.of(TEXT, "fee", "ค่าธรรมเนียม", "ตามที่คู่มือระบุ ตัวเลขล้วนเป็นบาท ว่างเมื่อไม่ได้ระบุ"),
            DataColumn.of(TEXTS, "law", "กฎหมายที่เกี่ยวข้อง", "ชื่อกฎหมายตามที่คู่มือระบุ"),
            DataColumn.of(TEXT, "place", "สถานที่ให้บริการ", "ว่างเมื่อไม่ได้ระบุ"),
            DataColumn.of(TEXT, "hours", "เวลาให้บริการ", "ว่างเมื่อไม่ได้ระบุ"),
            DataColumn.of(ADDRESS, "onlineUrl", "ที่อยู่บริการออนไลน์", "ว่างเมื่อไม่มีหรือยังไม่ทราบที่อยู่"),
            DataColumn.of(TEXT, "onlineHow", "วิธีใช้บริการออนไลน์", "ว่างเมื่อไม่ได้ระบุ"),
            DataColumn.of(ADDRESS, "form", "แบบฟอร์ม", "ที่อยู่ของไฟล์แบบฟอร์ม ว่างเมื่อไม่มี"),
            DataColumn.of(DAY, "updated", "แก้ไขล่าสุด", "วันที่แก้ไขข้อมูลบนเว็บไซต์ ว่างเมื่อไม่ได้ระบุ"),
            URL);

    private static final List<DataColumn> STEP_COLUMNS = List.of(
            TITLE,
            DataColumn.of(WHOLE, "step", "ขั้นตอนที่", "ลำดับของขั้นตอน เริ่มจาก 1"),
            DataColumn.of(TEXT, "text", "สิ่งที่ทำ", "รายละเอียดของขั้นตอน"),
            DataColumn.of(DECIMAL, "minutes", "ระยะเวลา", "ว่างเมื่อคู่มือไม่ได้ระบุ")
                    .in("นาที"),
            URL);

    private static final Dataset.Head SERVICES = new Dataset.Head(
            "services",
            "บริการประชาชน",
            "บริการทุกเรื่องตามคู่มือสำหรับประชาชน พร้อมเอกสาร ค่าธรรมเนียม และช่องทาง",
            Kind.RECORDS,
            Frequency.IRREGULAR,
            List.of("บริการประชาชน", "คู่มือสำหรับประชาชน", "E-Service"));

    private static final Dataset.Head STEPS = new Dataset.Head(
            "service-steps",
            "ขั้นตอนของบริการประชาชน",
            "ขั้นตอนและระยะเวลาของบริการแต่ละเรื่อง",
            Kind.RECORDS,
            Frequency.IRREGULAR,
            List.of("บริการประชาชน", "ขั้นตอน", "ระยะเวลา"));

    private ServiceData() {}

    static List<Dataset> datasets(Site site, Addresses addresses) {
        List<Entry<? extends PublicRecord>> listed = site.listed(Collection.SERVICES);
        List<List<Cell>> services = new ArrayList<>();
        List<List<Cell>> steps = new ArrayList<>();
        for (Entry<? extends PublicRecord> entry : listed) {
            Service service = (Service) entry.record();
            services.add(row(service, addresses));
            for (int i = 0; i < service.steps().size(); i++) {
                Step step = service.steps().get(i);

                steps.add(List.of(
                        Cell.of(service.title()),
                        Cell.of(i + 1),
                        Cell.of(step.text()),
                        step.minutes().<Cell>map(Cell.Figure::new).orElse(Cell.none()),
                        Cell.of(addresses.of(service.id()))));
            }
        }
        return List.of(
                Dataset.of(SERVICES, COLUMNS, listed.stream().map(Entry::record), services),
                Dataset.of(STEPS, STEP_COLUMNS, listed.stream().map(Entry::record), steps));
    }

    private static List<Cell> row(Service service, Addresses addresses) {
        return List.of(
                Cell.of(service.title()),
                Cell.of(service.header().unit()),
                Cell.of(service.audience()),
                Cell.of(service.steps().size()),
                Cell.of(service.documents()),
                Cell.of(service.fee()),
                Cell.of(service.law()),
                Cell.of(service.place()),
                Cell.of(service.hours()),
                Cell.of(service.online().flatMap(Online::url)),
                Cell.of(service.online().flatMap(Online::how)),
                Cell.of(service.form().map(addresses::of)),
                Cell.day(service.updated()),
                Cell.of(addresses.of(service.id())));
    }
}
