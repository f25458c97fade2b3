package prongsai.arch;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.FailureReport;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may know whom. Each rule is first seen to fail on classes that break it ({@code violating}). */
class ArchitectureTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("prongsai");

    private static final Layers VIOLATING = new Layers("prongsai.arch.violating");
    private static final JavaClasses BREAKERS = new ClassFileImporter().importPackages(VIOLATING.base());

    private static final Pattern METHOD = Pattern.compile("<[a-z.]+\\.([A-Za-z]+\\.[a-z]+[A-Za-z]*)\\(\\)>");

    static Stream<ArchRule> rules() {
        return new Layers("prongsai").all().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(ArchRule rule) {
        rule.check(OURS);
    }

    @Test
    void thePackagesThatTheRulesSpeakOfAreThere() {
        for (String layer : List.of(
                "cli", "build", "publish", "check", "render", "site", "disclosure", "content", "source", "model")) {
            assertThat(OURS.containPackage("prongsai." + layer)).as(layer).isTrue();
        }
    }

    @Test
    void aClassThatReachesUpIsFound() {
        assertThat(failing(VIOLATING.importsGoDown())).hasSize(1);
        assertThat(methods(VIOLATING.importsGoDown().get(Layers.ORDER.size() - 2)))
                .containsExactly("Low.top");
    }

    @Test
    void aPackageWithoutAPlaceIsFound() {
        assertThat(report(VIOLATING.knownPackages()).getDetails())
                .filteredOn(d -> !d.contains("package-info"))
                .singleElement()
                .asString()
                .startsWith("Class <prongsai.arch.violating.misc.Stray>");
    }

    @Test
    void aCycleIsFound() {
        assertThat(report(VIOLATING.noCycles()).getDetails()).hasSize(1);
    }

    @Test
    void everyLibraryInTheWrongPackageIsFound() {
        assertThat(failing(VIOLATING.librariesAreConfined())).hasSameSizeAs(VIOLATING.librariesAreConfined());
    }

    @Test
    void everyQuestionToTheComputerIsFoundAndNothingElse() {
        assertThat(methods(VIOLATING.outsideWorld()))
                .containsExactly(
                        "Worldly.clock",
                        "Worldly.date",
                        "Worldly.environment",
                        "Worldly.format",
                        "Worldly.locale",
                        "Worldly.lower",
                        "Worldly.now",
                        "Worldly.property",
                        "Worldly.systemZone",
                        "Worldly.zone");
        assertThat(methods(VIOLATING.consoles())).containsExactly("Worldly.print");
    }

    @Test
    void aPackageThatIsNotNullMarkedIsFound() {
        assertThat(report(VIOLATING.nullMarked()).getDetails())
                .containsExactly("prongsai.arch.violating.model is not @NullMarked");
    }

    private static FailureReport report(ArchRule rule) {
        return rule.evaluate(BREAKERS).getFailureReport();
    }

    private static List<ArchRule> failing(List<ArchRule> rules) {
        return rules.stream().filter(r -> !report(r).isEmpty()).toList();
    }

    /** The methods of ours that break a rule, as {@code Class.method}. */
    private static List<String> methods(ArchRule rule) {
        return report(rule).getDetails().stream()
                .flatMap(d -> METHOD.matcher(d).results().limit(1).map(m -> m.group(1)))
                .distinct()
                .sorted()
                .toList();
    }
}
