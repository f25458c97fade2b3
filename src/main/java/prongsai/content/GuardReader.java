package prongsai.content;

import java.util.Optional;
import prongsai.model.Allowance;
import prongsai.model.AllowanceList;

/** Reads {@code guard.yaml}. */
final class GuardReader {

    private GuardReader() {}

    static Optional<AllowanceList> read(Fields fields) {
        return fields.text("salt").map(salt -> new AllowanceList(salt, fields.list("allow", GuardReader::allowance)));
    }

    private static Optional<Allowance> allowance(Fields entry) {
        var until = entry.date("until");
        // A last day that cannot be read must not become leave for ever.
        if (until.isEmpty() && entry.has("until")) {
            return Optional.empty();
        }
        return entry.text("hash")
                .flatMap(hash -> entry.text("reason")
                        .flatMap(reason -> entry.text("by").map(by -> new Allowance(hash, reason, by, until))));
    }
}
