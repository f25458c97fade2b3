package prongsai.build;

import java.util.List;
import prongsai.render.ShareTexts;

/**
 * What is to be made known, and how.
 *
 * @param record as an officer types it: {@code announcements/2563/no-gift}, with or without the content folder before it
 *     and the extension behind it
 * @param kinds in the order in which they are wanted
 */
public record ShareOptions(Inputs inputs, String record, List<ShareTexts.Kind> kinds) {
    public ShareOptions {
        kinds = List.copyOf(kinds);
    }
}
