package prongsai.bench;

import java.time.LocalDate;
import java.util.List;

/**
 * One record of a municipality, as every generator gets it.
 *
 * @param words of its body
 * @param body Markdown
 */
public record Notice(
        Identity identity,
        Words.Kind kind,
        LocalDate date,
        String unit,
        List<String> tags,
        String summary,
        int words,
        String body) {

    /**
     * What other records must know to link to one.
     *
     * @param fiscalYear of the Buddhist era (ปีงบประมาณ พ.ศ.)
     * @param item from 0
     */
    public record Identity(int number, int fiscalYear, int item, String title) {

        /** The name of its file and the end of its address: {@code r000017}. */
        String slug() {
            return "r" + ("" + (1_000_000 + number)).substring(1);
        }
    }
}
