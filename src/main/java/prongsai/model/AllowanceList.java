package prongsai.model;

import java.util.List;

/**
 * What {@code guard.yaml} says: the personal data that may be published although it is personal.
 *
 * @param salt mixed into every hash, so that nobody can use hashes made beforehand
 * @param entries in the order of the file
 */
public record AllowanceList(String salt, List<Allowance> entries) {
    public AllowanceList {
        entries = List.copyOf(entries);
    }
}
