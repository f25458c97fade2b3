package prongsai.model;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Leave to publish one piece of personal data (ข้อยกเว้น), an entry of {@code guard.yaml}.
 *
 * @param hash slow hash of the number's digits, never the number
 * @param reason why it is published (เหตุผล)
 * @param by who allowed it (ผู้อนุญาต)
 * @param until the last day on which it is allowed; for ever where absent
 */
public record Allowance(String hash, String reason, String by, Optional<LocalDate> until) {

    /** Whether the leave has run out before a day. */
    public boolean isExpiredOn(LocalDate today) {
        return until.filter(last -> last.isBefore(today)).isPresent();
    }
}
