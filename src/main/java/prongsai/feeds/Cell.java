package prongsai.feeds;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import prongsai.model.Score;

/** What stands in a row of a table under a column. */
sealed interface Cell {

    /** Nothing: the record does not say. */
    record None() implements Cell {
        private static final None IT = new None();
    }

    /** See {@link None}. */
    static Cell none() {
        return None.IT;
    }

    /** A text that is not empty. */
    record Text(String text) implements Cell {}

    /** Several texts. */
    record Texts(List<String> texts) implements Cell {
        public Texts {
            texts = List.copyOf(texts);
        }
    }

    /** A number with the decimals that it was written with. */
    record Figure(BigDecimal value) implements Cell {}

    /** Yes or no. */
    record Truth(boolean holds) implements Cell {}

    static Cell of(String text) {
        return text.isEmpty() ? none() : new Text(text);
    }

    static Cell of(Optional<String> text) {
        return text.map(Cell::of).orElseGet(Cell::none);
    }

    static Cell of(int number) {
        return new Figure(BigDecimal.valueOf(number));
    }

    /** A score with at least two decimals, as the pages show it. */
    static Cell score(Optional<Score> score) {
        return score.<Cell>map(s -> new Figure(new BigDecimal(s.text()))).orElseGet(Cell::none);
    }

    /** A day of the Common Era, in ISO order. */
    static Cell day(Optional<LocalDate> day) {
        return day.<Cell>map(d -> new Text(d.toString())).orElseGet(Cell::none);
    }

    static Cell of(List<String> texts) {
        return new Texts(texts);
    }

    /** A row of texts. */
    static List<Cell> texts(String... texts) {
        return List.of(texts).stream().map(Cell::of).toList();
    }

    /** As one text, for tables that know nothing else. */
    default String plain() {
        if (this instanceof Text text) {
            return text.text();
        }
        if (this instanceof Figure figure) {
            return figure.value().toPlainString();
        }
        if (this instanceof Texts texts) {
            return String.join("; ", texts.texts());
        }
        return this instanceof Truth truth ? Boolean.toString(truth.holds()) : "";
    }
}
