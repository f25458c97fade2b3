package prongsai.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import prongsai.content.Content;
import prongsai.model.FiscalYear;
import prongsai.source.Problems;

/** The repository's own content: Khlong Phon, as far as its report of 23 April 2563 tells. */
class SeedDisclosureTest {

    private final Content content = Site.read(Path.of("content"), new Problems());
    private final Catalogues catalogues = Catalogues.of(content, new Problems());

    private DisclosureReport report(int year) {
        return DisclosureReport.of(content, catalogues.of(new FiscalYear(year)).orElseThrow(), Site.TODAY);
    }

    @Test
    void theWholeReportOf2563() throws IOException {
        String expected;
        try (var in = SeedDisclosureTest.class.getResourceAsStream("seed-2563.txt")) {
            expected = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }

        assertThat(describe(report(2563))).isEqualTo(expected);
    }

    @Test
    void oneItemIsCompleteTwoAreIncompleteAndFortyMissing() {
        DisclosureReport report = report(2563);

        assertThat(List.of(report.complete(), report.incomplete(), report.missing(), report.notApplicable()))
                .containsExactly(1, 2, 40, 0);
        assertThat(Forecast.of(report).orElseThrow().score().rounded()).hasToString("12.50");
    }

    @Test
    void theRecordsContradictThemselvesInThreePlacesOnly() {
        Problems problems = new Problems();
        ContentChecks.check(content, catalogues, Site.YEAR, Site.TODAY, problems);

        assertThat(problems.sorted())
                .extracting(Site::words)
                .filteredOn(p -> !p.contains(" item-missing ") && !p.contains(" component-missing "))
                .containsExactly(
                        "content/ita/2562.json:7:33 score-mismatch [OIT, 33.17, 33.63,"
                                + " (80.64 + 87.50) ÷ 2 = 84.07; 84.07 × 40 % = 33.63;"
                                + " 24.15 + 24.02 + 33.63 = 81.80; 24.15 + 24.02 + 33.17 = 81.34]",
                        "content/ita/2562.json:43:33 ranking-mismatch [9, 80.65, 80.64]",
                        "content/plans/2563.json:115:21 done-without-evidence [จัดทำประกาศไม่เรียกรับผลประโยชน์หรือทรัพย์สิน]");
    }

    /** One line an item, and below it one line for each component that is shown or has more to say than that it is not. */
    private static String describe(DisclosureReport report) {
        return report.items().stream()
                .map(i -> i.item().code() + " " + Site.words(i.status()) + "\n" + components(i))
                .collect(Collectors.joining());
    }

    private static String components(ItemReport item) {
        return item.topics().stream()
                .flatMap(t -> t.components().stream())
                .filter(c -> !c.coverage().equals(new Coverage.Missing(new Gap.NoEvidence())))
                .map(c -> "  " + c.component().id() + ": " + words(c.coverage()) + "\n")
                .collect(Collectors.joining());
    }

    private static String words(Coverage coverage) {
        if (coverage instanceof Coverage.Covered covered) {
            return covered.evidence().toString();
        }
        return coverage.toString();
    }
}
