package prongsai.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import prongsai.build.CheckReport;
import prongsai.disclosure.DisclosureReport;
import prongsai.disclosure.Forecast;
import prongsai.disclosure.Forecast.ItemWorth;
import prongsai.disclosure.OitItem;
import prongsai.model.Instrument;
import prongsai.source.Problem;
import prongsai.source.Severity;
import prongsai.source.StableName;

/** A check's report for reading: what was found, the worst first; what would help most; and one line that sums it up. */
final class CheckText {

    /** Enough to know where to begin. */
    private static final int MOST = 10;

    /** As wide as {@code 100.00}. */
    private static final int POINTS_WIDTH = 6;

    private final Messages messages;
    private final ProblemPrinter problems;

    CheckText(Messages messages, ProblemPrinter problems) {
        this.messages = messages;
        this.problems = problems;
    }

    List<String> lines(CheckReport report) {
        List<String> lines = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            List<Problem> found = report.problems().stream()
                    .filter(p -> p.severity() == severity)
                    .toList();
            if (!found.isEmpty()) {
                lines.add(messages.text("findings." + StableName.of(severity), found.size()));
                found.forEach(p -> lines.addAll(finding(p, report)));
                lines.add("");
            }
        }
        lines.addAll(mostHelpful(report));
        if (hasErrors(report) && report.disclosure().isPresent()) {
            lines.add(messages.text("uncertain"));
        }
        lines.add(summary(report));
        return lines;
    }

    /** A record that cannot be read shows nothing, whatever it would disclose. */
    private static boolean hasErrors(CheckReport report) {
        return report.problems().stream().anyMatch(p -> p.severity() == Severity.ERROR);
    }

    private List<String> finding(Problem problem, CheckReport report) {
        String why = problems.why(problem);
        // A problem of an item tells its points itself.
        List<ItemWorth> stakes = Stake.isOfItem(problem.code()) ? List.of() : Stake.of(problem, report);
        String reason = stakes.isEmpty() ? why : why + " · " + messages.text("stakes", shown(stakes));
        return List.of(problems.line(problem), "    " + messages.text("why", reason));
    }

    private static String shown(List<ItemWorth> stakes) {
        return stakes.stream()
                .map(s -> s.item().item().code() + " " + Forecast.shown(s.points()))
                .collect(Collectors.joining(", "));
    }

    private List<String> mostHelpful(CheckReport report) {
        List<ItemWorth> costs = report.forecast().map(Forecast::costs).orElse(List.of());
        if (costs.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add(messages.text("most-helpful"));
        costs.stream().limit(MOST).map(this::helpful).forEach(lines::add);
        if (costs.size() > MOST) {
            BigDecimal rest = costs.stream().skip(MOST).map(ItemWorth::points).reduce(BigDecimal.ZERO, BigDecimal::add);
            lines.add("  " + messages.text("less-helpful", costs.size() - MOST, Forecast.shown(rest)));
        }
        lines.add("");
        return lines;
    }

    private String helpful(ItemWorth worth) {
        String points = Forecast.shown(worth.points());
        OitItem item = worth.item().item();
        return "  " + " ".repeat(Math.max(0, POINTS_WIDTH - points.length())) + points + "  " + item.code() + " "
                + PlainText.shortened(item.name());
    }

    private String summary(CheckReport report) {
        String count = Console.count(report.problems());
        Optional<DisclosureReport> disclosure = report.disclosure();
        if (disclosure.isEmpty()) {
            return messages.text("checked-without-items", count);
        }
        DisclosureReport items = disclosure.get();
        return messages.text(
                "checked",
                items.catalogue().year(),
                items.complete(),
                items.incomplete(),
                items.missing(),
                report.forecast().map(f -> f.score().rounded().text()).orElse("-"),
                report.forecast().map(f -> f.weighted().rounded().text()).orElse("-"),
                items.catalogue().weight(Instrument.OIT),
                count);
    }
}
