package prongsai.check.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import prongsai.check.personal.GuardCorpus.Case;

/** Measures precision and recall of {@link PersonalData} on the committed corpus. */
class GuardCorpusTest {

    private static final PersonalData DATA = new PersonalData(Set.of(LookAlikeCases.DECLARED));

    /** What was found in the cases of a class, or of all. */
    private static final class Count {
        int cases;
        int found;
        int missed;
        int falseAlarms;

        double precision() {
            return found + falseAlarms == 0 ? 1 : (double) found / (found + falseAlarms);
        }

        double recall() {
            return found + missed == 0 ? 1 : (double) found / (found + missed);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "cases %4d  found %4d  missed %3d  false alarms %3d  precision %.4f  recall %.4f",
                    cases,
                    found,
                    missed,
                    falseAlarms,
                    precision(),
                    recall());
        }
    }

    @Test
    void theCommittedCorpusIsWhatItsGeneratorMakes() throws IOException {
        assertThat(Files.readString(GuardCorpus.FILE)).isEqualTo(GuardCorpus.text());
        assertThat(GuardCorpus.read()).isEqualTo(GuardCorpus.generate());
    }

    @Test
    void theCorpusIsLargeAndHalfOfItIsLeaks() {
        List<Case> cases = GuardCorpus.read();
        assertThat(cases).hasSizeGreaterThanOrEqualTo(2_000);
        long leaks = cases.stream().filter(c -> !c.expected().isEmpty()).count();
        assertThat(leaks * 2).isEqualTo(cases.size());
    }

    @Test
    void precisionAndRecallStandInTheReport(TestReporter reporter) {
        Map<String, Count> classes = new TreeMap<>();
        Count all = new Count();
        List<String> mistakes = new ArrayList<>();
        Set<String> mistaken = new HashSet<>();
        for (Case one : GuardCorpus.read()) {
            Set<String> found = DATA.find(one.text()).stream()
                    .map(hit -> hit.kind() + ":" + hit.digits())
                    .collect(Collectors.toCollection(HashSet::new));
            add(all, one, found);
            add(classes.computeIfAbsent(one.name(), name -> new Count()), one, found);
            if (!found.equals(one.expected())) {
                mistaken.add(one.name());
                mistakes.add(one.line() + "\n    found " + found);
            }
        }
        classes.forEach((name, count) -> System.out.println(String.format(Locale.ROOT, "%-45s %s", name, count)));
        mistakes.forEach(System.out::println);
        System.out.println("guard corpus: " + all);
        reporter.publishEntry("precision", String.format(Locale.ROOT, "%.4f", all.precision()));
        reporter.publishEntry("recall", String.format(Locale.ROOT, "%.4f", all.recall()));
        // Nothing tells the hard cases apart but what they are; everything else is right without exception.
        assertThat(mistaken).isSubsetOf("id-hard", "no-hard");
        assertThat(all.precision()).isGreaterThanOrEqualTo(0.986);
        assertThat(all.recall()).isGreaterThanOrEqualTo(0.985);
    }

    private static void add(Count count, Case one, Set<String> found) {
        count.cases++;
        count.found += (int) one.expected().stream().filter(found::contains).count();
        count.missed +=
                (int) one.expected().stream().filter(e -> !found.contains(e)).count();
        count.falseAlarms +=
                (int) found.stream().filter(f -> !one.expected().contains(f)).count();
    }
}
