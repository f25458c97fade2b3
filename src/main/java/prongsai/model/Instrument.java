package prongsai.model;

/** Instrument (เครื่องมือการประเมิน) of the Integrity and Transparency Assessment. */
public enum Instrument {
    /** Internal: what the agency's own people feel (แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน). */
    IIT,
    /** External: what citizens feel (แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก). */
    EIT,
    /** Open data: what the agency's website discloses (แบบตรวจการเปิดเผยข้อมูลสาธารณะ). */
    OIT
}
