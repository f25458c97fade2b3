package prongsai.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prongsai.model.FiscalYear;
import prongsai.model.Instrument;
import prongsai.model.Score;

class CataloguesTest {

    private final Catalogues catalogues = Catalogues.builtIn();

    private Catalogue of(int year) {
        return catalogues.of(new FiscalYear(year)).orElseThrow();
    }

    @Test
    void knowsTheBuiltInYears() {
        assertThat(catalogues.years())
                .extracting(FiscalYear::year)
                .containsExactly(2562, 2563, 2564, 2565, 2566, 2567, 2568);
        assertThat(catalogues.of(new FiscalYear(2561))).isEmpty();
        assertThat(catalogues.of(new FiscalYear(2569))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2562, 48, 7, O48",
        "2563, 43, 7, O43",
        "2564, 43, 7, O43",
        "2565, 43, 7, O43",
        "2566, 43, 7, O43",
        "2567, 35, 7, O35",
        "2568, 28, 7, O28"
    })
    void listsTheItemsOfEveryYear(int year, int items, int subIndicators, String last) {
        Catalogue catalogue = of(year);

        assertThat(catalogue.items()).hasSize(items);
        assertThat(catalogue.items())
                .extracting(OitItem::code)
                .containsExactlyElementsOf(Stream.iterate(1, n -> n + 1)
                        .limit(items)
                        .map(n -> "O" + n)
                        .toList());
        assertThat(catalogue.subIndicators()).hasSize(subIndicators);
        assertThat(catalogue.questions(catalogue.indicator("10").orElseThrow()))
                .map(QuestionRange::last)
                .contains(last);
        assertThat(catalogue.basis()).isPresent();
        assertThat(catalogue.changedByAgency()).isFalse();
    }

    @Test
    void countsTheQuestionsAsThePrintedTableOf2562Does() {
        Catalogue catalogue = of(2562);

        assertThat(catalogue.indicators().stream().map(catalogue::questions))
                .containsExactly(
                        Optional.of(new QuestionRange("I1", "I6", 6)),
                        Optional.of(new QuestionRange("I7", "I12", 6)),
                        Optional.of(new QuestionRange("I13", "I18", 6)),
                        Optional.of(new QuestionRange("I19", "I24", 6)),
                        Optional.of(new QuestionRange("I25", "I30", 6)),
                        Optional.of(new QuestionRange("E1", "E5", 5)),
                        Optional.of(new QuestionRange("E6", "E10", 5)),
                        Optional.of(new QuestionRange("E11", "E15", 5)),
                        Optional.of(new QuestionRange("O1", "O33", 33)),
                        Optional.of(new QuestionRange("O34", "O48", 15)));
        assertThat(catalogue.subIndicatorsOf("9").stream()
                        .map(catalogue::questions)
                        .flatMap(Optional::stream))
                .containsExactly(
                        new QuestionRange("O1", "O9", 9),
                        new QuestionRange("O10", "O17", 8),
                        new QuestionRange("O18", "O24", 7),
                        new QuestionRange("O25", "O28", 4),
                        new QuestionRange("O29", "O33", 5));
        assertThat(catalogue.questionCount()).hasValue(93);
    }

    @Test
    void tellsNoQuestionsWhereTheYearDoesNot() {
        Catalogue catalogue = of(2566);

        assertThat(catalogue.questions(catalogue.indicator("1").orElseThrow())).isEmpty();
        assertThat(catalogue.questions(catalogue.indicator("9").orElseThrow()))
                .contains(new QuestionRange("O1", "O30", 30));
        assertThat(catalogue.questionCount()).isEqualTo(OptionalInt.empty());
    }

    @Test
    void weighsThePassMarkAsThePrintedTableDoes() {
        assertThat(of(2562).passPoints(Instrument.IIT)).hasToString("25.50");
        assertThat(of(2562).passPoints(Instrument.EIT)).hasToString("25.50");
        assertThat(of(2562).passPoints(Instrument.OIT)).hasToString("34.00");
    }

    @ParameterizedTest
    @CsvSource({
        "100, AA",
        "95.00, AA",
        "94.99, A",
        "85, A",
        "84.99, B",
        "81.80, B",
        "75, B",
        "65, C",
        "55, D",
        "50, E",
        "49.99, F",
        "0, F"
    })
    void gradesByTheTotalUpTo2565(String total, String grade) {
        assertThat(of(2562).grade(Score.of(total), Map.of()))
                .map(GradeBand::grade)
                .contains(grade);
    }

    @ParameterizedTest
    @CsvSource({
        "97, 96, 95, 99, ผ่านดีเยี่ยม",
        "97, 94.99, 99, 99, ผ่านดี",
        "90, 85, 85, 95, ผ่านดี",
        "90, 84.99, 90, 95, ผ่าน",
        "84.99, 95, 95, 70, ต้องปรับปรุง",
        "69.99, 70, 70, 69, ต้องปรับปรุงโดยด่วน"
    })
    void gradesByEveryInstrumentTooSince2566(String total, String iit, String eit, String oit, String grade) {
        Map<Instrument, Score> instruments =
                Map.of(Instrument.IIT, Score.of(iit), Instrument.EIT, Score.of(eit), Instrument.OIT, Score.of(oit));

        assertThat(of(2568).grade(Score.of(total), instruments))
                .map(GradeBand::grade)
                .contains(grade);
    }

    @Test
    void joinsTopicsThatLaterYearsAskForInOneItem() {
        assertThat(of(2568).item("O1").orElseThrow().topics())
                .extracting(Topic::id)
                .containsExactly("structure", "authority");
    }

    @Test
    void marksOptionalComponentsAndExamples() {
        List<Component> measures =
                catalogues.topic("integrity-measures").orElseThrow().components();

        assertThat(measures)
                .filteredOn(Component::isRequired)
                .extracting(Component::id)
                .containsExactly("analysis", "approach", "measures");
        assertThat(catalogues.topic("contact").orElseThrow().component("fax"))
                .map(Component::optional)
                .contains(true);
    }

    @ParameterizedTest
    @CsvSource({"I1-I6, I1, I6, 6", "I1 - 6, I1, I6, 6", "E11-15, E11, E15, 5", "O7, O7, O7, 1"})
    void readsQuestionRanges(String written, String first, String last, int count) {
        assertThat(QuestionRange.parse(written)).contains(new QuestionRange(first, last, count));
    }

    @ParameterizedTest
    @CsvSource({"I6-I1", "I1-E6", "1-6", "I", "I1-I6-I9"})
    void refusesWhatIsNoRange(String written) {
        assertThat(QuestionRange.parse(written)).isEmpty();
    }
}
