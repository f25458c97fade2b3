package prongsai.model;

/** Announcement, policy, measure, order or another document that the agency makes known (ประกาศ นโยบาย มาตรการ คำสั่ง). */
public record Announcement(RecordId id, Header header, Kind kind) implements HeadedRecord {

    /** Kind of document. */
    public enum Kind {
        /** ประกาศ */
        ANNOUNCEMENT,
        /** นโยบาย */
        POLICY,
        /** มาตรการ */
        MEASURE,
        /** คำสั่ง */
        ORDER,
        /** คู่มือ */
        MANUAL,
        /** ประกาศแจ้ง */
        NOTICE,
        /** แผน */
        PLAN,
        /** รายงาน */
        REPORT
    }
}
