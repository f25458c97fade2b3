package prongsai.serve;

import java.util.Map;
import prongsai.source.Severity;

/** What the preview says in a test. */
final class PreviewWords {

    static final Words ENGLISH = new Words(
            "en",
            "Problems",
            "The page shows what was there before.",
            "Nothing to show yet.",
            "What to do:",
            "Close",
            more -> "and " + more + " more",
            Map.of(Severity.ERROR, "error", Severity.WARNING, "warning", Severity.INFO, "info"));

    private PreviewWords() {}
}
