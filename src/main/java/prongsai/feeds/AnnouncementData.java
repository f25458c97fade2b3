package prongsai.feeds;

import static prongsai.site.DataColumn.Type.ADDRESS;
import static prongsai.site.DataColumn.Type.ADDRESSES;
import static prongsai.site.DataColumn.Type.DAY;
import static prongsai.site.DataColumn.Type.TEXT;
import static prongsai.site.DataColumn.Type.TEXTS;
import static prongsai.site.DataColumn.Type.YEAR;

import java.util.Arrays;
import java.util.List;
import prongsai.content.Entry;
import prongsai.model.Announcement;
import prongsai.model.Header;
import prongsai.model.PublicRecord;
import prongsai.model.RecordState;
import prongsai.model.Signature;
import prongsai.render.ThaiText;
import prongsai.site.Collection;
import prongsai.site.DataColumn;
import prongsai.site.DataColumn.Code;
import prongsai.site.DatasetInfo.Frequency;
import prongsai.site.DatasetInfo.Kind;
import prongsai.site.Site;
import prongsai.source.StableName;

/** All announcements but drafts, the newest first, as their lists show them. There may be ten thousand. */
final class AnnouncementData {

    private static final List<Code> KINDS = Arrays.stream(Announcement.Kind.values())
            .map(k -> new Code(StableName.of(k), ThaiText.kind(k)))
            .toList();

    private static final List<Code> STATES = List.of(
            new Code(StableName.of(RecordState.ISSUED), "มีผลใช้บังคับ"),
            new Code(StableName.of(RecordState.REVOKED), "ยกเลิก"));

    private static final List<DataColumn> COLUMNS = List.of(
            DataColumn.of(YEAR, "fiscalYear", "ปีงบประมาณ", "ปีงบประมาณของเอกสาร ว่างเมื่อไม่ทราบ")
                    .in("พ.ศ."),
            DataColumn.of(TEXT, "kind", "ประเภท", "ประเภทของเอกสาร").with(KINDS),
            DataColumn.of(TEXT, "kindText", "ประเภท (คำไทย)", "คำที่แสดงบนหน้าเว็บ"),
            DataColumn.of(TEXT, "title", "เรื่อง", "ชื่อเรื่องของเอกสาร"),
            DataColumn.of(TEXT, "number", "เลขที่", "เลขที่เอกสารตามที่พิมพ์ ว่างเมื่อไม่มี"),
            DataColumn.of(DAY, "date", "วันที่", "วันที่ในเอกสาร"),
            DataColumn.of(DAY, "updated", "แก้ไขล่าสุด", "วันที่แก้ไขข้อมูลบนเว็บไซต์ ว่างเมื่อไม่เคยแก้ไข"),
            DataColumn.of(TEXT, "unit", "ส่วนงานที่รับผิดชอบ", "ว่างเมื่อเอกสารไม่ได้ระบุ"),
            DataColumn.of(TEXT, "state", "สถานะ", "ร่างตัวอย่างไม่อยู่ในชุดข้อมูลนี้")
                    .with(STATES),
            DataColumn.of(ADDRESS, "replacedBy", "แทนที่ด้วย", "หน้าของเอกสารที่ใช้แทน เมื่อยกเลิกแล้ว"),
            DataColumn.of(TEXT, "signedBy", "ผู้ลงนาม", "ชื่อตามที่พิมพ์"),
            DataColumn.of(TEXT, "signerPosition", "ตำแหน่งผู้ลงนาม", "ตำแหน่งตามที่พิมพ์"),
            DataColumn.of(TEXT, "summary", "สาระสำคัญ", "ข้อความสรุป ว่างเมื่อไม่ได้เขียนไว้"),
            DataColumn.of(TEXTS, "channels", "ช่องทางการเผยแพร่", "ช่องทางที่เผยแพร่เอกสาร"),
            DataColumn.of(ADDRESSES, "attachments", "เอกสารแนบ", "ที่อยู่ของไฟล์แนบ"),
            DataColumn.of(ADDRESS, "url", "ที่อยู่หน้า", "หน้าของเอกสาร ไม่เปลี่ยนตลอดไป"));

    private static final Dataset.Head ANNOUNCEMENTS = new Dataset.Head(
            "announcements",
            "ประกาศ นโยบาย มาตรการ และคำสั่ง",
            "ทะเบียนเอกสารที่หน่วยงานประกาศให้ทราบ ทุกปี ใหม่สุดก่อน ไม่รวมร่างตัวอย่าง",
            Kind.RECORDS,
            Frequency.IRREGULAR,
            List.of("ประกาศ", "นโยบาย", "มาตรการ", "คำสั่ง"));

    private AnnouncementData() {}

    static Dataset dataset(Site site, Addresses addresses) {
        List<Entry<? extends PublicRecord>> listed = site.listed(Collection.ANNOUNCEMENTS);
        return new Dataset(
                ANNOUNCEMENTS.with(
                        COLUMNS,
                        listed.size(),
                        Dataset.lastChange(listed.stream().map(Entry::record))),
                () -> listed.stream().map(e -> row((Announcement) e.record(), addresses)));
    }

    private static List<Cell> row(Announcement record, Addresses addresses) {
        Header header = record.header();
        return List.of(
                record.fiscalYear().map(y -> Cell.of(y.year())).orElse(Cell.none()),
                Cell.of(StableName.of(record.kind())),
                Cell.of(ThaiText.kind(record.kind())),
                Cell.of(record.title()),
                Cell.of(header.number()),
                Cell.day(header.date()),
                Cell.day(header.updated()),
                Cell.of(header.unit()),
                Cell.of(StableName.of(header.state())),
                Cell.of(header.replacedBy().flatMap(addresses::ofKnown)),
                Cell.of(header.signedBy().map(Signature::name)),
                Cell.of(header.signedBy().flatMap(Signature::position)),
                Cell.of(header.summary()),
                Cell.of(header.channels().stream().map(ThaiText::channel).toList()),
                Cell.of(header.attachments().stream()
                        .map(a -> addresses.of(a.file()))
                        .toList()),
                Cell.of(addresses.of(record.id())));
    }
}
