package prongsai.site;

import java.util.Locale;

/** A collection of records that has list pages. */
public enum Collection {
    /** ประกาศ */
    ANNOUNCEMENTS,
    /** บันทึกข้อความ */
    MEMOS,
    /** ข่าว */
    NEWS,
    /** บริการประชาชน */
    SERVICES,
    /** สถิติ */
    STATISTICS;

    /** Its folder: {@code announcements}. */
    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether its records lie in folders of fiscal years. */
    public boolean isYearly() {
        return this != SERVICES;
    }
}
