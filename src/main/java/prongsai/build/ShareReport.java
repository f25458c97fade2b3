package prongsai.build;

import java.util.List;
import java.util.Optional;
import prongsai.render.ShareTexts;
import prongsai.source.Problem;

/** What came of the wish to make a record known. */
public sealed interface ShareReport {

    /** Ready texts. */
    record Ready(List<Text> texts) implements ShareReport {
        public Ready {
            texts = List.copyOf(texts);
        }
    }

    /** One text; each line ends in a line break. */
    record Text(ShareTexts.Kind kind, String text) {}

    /**
     * No record has this name.
     *
     * @param nearest the name that was most likely meant
     */
    record Unknown(Optional<String> nearest) implements ShareReport {}

    /** A sample text (ร่างตัวอย่าง) discloses nothing and must not be taken for an announcement. */
    record Draft(String name) implements ShareReport {}

    /** What has been revoked (ยกเลิก) is no longer made known. */
    record Revoked(String name) implements ShareReport {}

    /** The record, {@code site.yaml} or a template is wrong, or somebody's number would be written. */
    record Wrong(List<Problem> problems) implements ShareReport {
        public Wrong {
            problems = List.copyOf(problems);
        }
    }
}
