package prongsai.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Official memorandum (บันทึกข้อความ) with its chain of opinion and approval. The subject (เรื่อง) is the title.
 *
 * @param from the office that writes (ส่วนราชการ)
 * @param to the officer addressed (เรียน)
 */
public record Memo(RecordId id, Header header, Optional<String> from, Optional<String> to, List<Opinion> opinions)
        implements HeadedRecord {

    public Memo {
        opinions = List.copyOf(opinions);
    }

    /**
     * One step of the chain (ความเห็น).
     *
     * @param text as printed beside the boxes
     */
    public record Opinion(
            String name, String position, Decision decision, Optional<String> text, Optional<LocalDate> date) {}

    /** What an officer decided. */
    public enum Decision {
        /** อนุมัติ */
        APPROVE,
        /** ไม่อนุมัติ */
        REJECT,
        /** An opinion without a decision. */
        COMMENT,
        /** The document shows no mark in any box. */
        UNDECIDED
    }
}
