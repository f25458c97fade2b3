package prongsai.model;

/** Where a record was made known (ช่องทางการเผยแพร่). */
public enum Channel {
    /** เว็บไซต์ */
    WEBSITE,
    /** เฟซบุ๊ก */
    FACEBOOK,
    /** ไลน์ */
    LINE,
    /** ป้ายประชาสัมพันธ์ */
    NOTICE_BOARD,
    /** หนังสือแจ้งเวียน */
    CIRCULAR,
    /** หนังสือถึงผู้นำชุมชน */
    COMMUNITY_LETTER
}
