package prongsai.model;

/** Standing of a record. */
public enum RecordState {
    /** In force. */
    ISSUED,
    /** A sample text (ร่างตัวอย่าง): nobody signed it and it discloses nothing. */
    DRAFT,
    /** Out of force (ยกเลิก), still readable. */
    REVOKED
}
