package prongsai.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import prongsai.content.Content;
import prongsai.content.ContentReader;
import prongsai.model.FiscalYear;
import prongsai.source.Problem;
import prongsai.source.Problems;
import prongsai.source.Severity;

/** A small content folder for one test. */
final class Site {

    /** In the middle of FY 2563. */
    static final LocalDate TODAY = LocalDate.of(2020, 5, 1);

    static final FiscalYear YEAR = new FiscalYear(2563);

    private static final String AGENCY = """
            name: เทศบาลตำบลตัวอย่าง
            kind: municipality
            district: เมือง
            province: กระบี่
            baseUrl: https://www.example.go.th/
            """;

    private final Path folder;

    /** A site whose {@code site.yaml} holds what is required, and {@code more}. */
    Site(Path folder, String more) {
        this.folder = folder;
        file("site.yaml", AGENCY + more);
    }

    Site(Path folder) {
        this(folder, "");
    }

    Site file(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The content, which must be free of errors of form. */
    Content read() {
        Problems problems = new Problems();
        Content content = read(folder, problems);
        assertThat(problems.sorted())
                .filteredOn(p -> p.severity() == Severity.ERROR)
                .isEmpty();
        return content;
    }

    static Content read(Path folder, Problems problems) {
        try {
            return ContentReader.read(folder, "content", problems);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DisclosureReport report(int year) {
        Content content = read();
        Problems problems = new Problems();
        Catalogue catalogue =
                Catalogues.of(content, problems).of(new FiscalYear(year)).orElseThrow();
        assertThat(problems.sorted()).isEmpty();
        return DisclosureReport.of(content, catalogue, TODAY);
    }

    /** Status of an item of FY 2563 in words, such as {@code incomplete: executives[photo contact]}. */
    String status(String item) {
        return status(2563, item);
    }

    String status(int year, String item) {
        return words(report(year).item(item).orElseThrow().status());
    }

    static String words(ItemStatus status) {
        if (status instanceof ItemStatus.NotApplicable n) {
            return "not applicable: " + n.reason();
        }
        String kind = status.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
        StringBuilder words = new StringBuilder(kind);
        for (ItemStatus.TopicGap gap : status.gaps()) {
            words.append(words.length() == kind.length() ? ": " : " ")
                    .append(gap.topic().id());
            words.append(gap.components().stream().map(Component::id).toList());
        }
        return words.toString();
    }

    /** What the checks find, without the items that are missing. */
    List<String> problems() {
        return problems(TODAY);
    }

    List<String> problems(LocalDate today) {
        return allProblems(today).stream()
                .filter(p -> !p.contains(" item-missing ") && !p.contains(" component-missing "))
                .toList();
    }

    List<String> allProblems(LocalDate today) {
        Content content = read();
        Problems problems = new Problems();
        ContentChecks.check(
                content,
                Catalogues.of(content, problems),
                Catalogues.currentYear(content).orElse(YEAR),
                today,
                problems);
        return problems.sorted().stream().map(Site::words).toList();
    }

    static String words(Problem problem) {
        return problem.position() + " " + problem.code().id() + " " + problem.arguments();
    }
}
