package prongsai.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import prongsai.build.CheckReport;
import prongsai.disclosure.ComponentReport;
import prongsai.disclosure.Coverage;
import prongsai.disclosure.DisclosureReport;
import prongsai.disclosure.Forecast;
import prongsai.disclosure.Forecast.ItemWorth;
import prongsai.disclosure.ItemReport;
import prongsai.disclosure.ItemStatus;
import prongsai.disclosure.TopicReport;
import prongsai.model.Instrument;
import prongsai.model.Score;
import prongsai.site.Site;
import prongsai.source.JsonOutput;
import prongsai.source.Problem;
import prongsai.source.Severity;
import prongsai.source.StableName;

/**
 * A check's report as data, in the form of {@code docs/schema/check-report.schema.json}. Words are in the language asked
 * for; codes, numbers and the names of fields are the same in every language.
 */
final class CheckJson {

    /** Raised when a field changes its meaning or goes away; a new field does not raise it. */
    private static final int FORMAT = 1;

    private final String version;
    private final Language language;
    private final ProblemPrinter problems;

    CheckJson(String version, Language language, ProblemPrinter problems) {
        this.version = version;
        this.language = language;
        this.problems = problems;
    }

    String write(CheckReport report, LocalDate today) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", FORMAT);
        tree.put("generator", "Prongsai " + version);
        tree.put("language", language.code());
        tree.put("today", today.toString());
        tree.put("agency", report.agency());
        tree.put("summary", summary(report));
        report.disclosure().ifPresent(d -> {
            tree.put("fiscalYear", d.catalogue().year().year());
            d.catalogue().basis().ifPresent(basis -> tree.put("basis", basis));
        });
        report.forecast().ifPresent(f -> tree.put("forecast", forecast(f, report)));
        tree.put("items", report.disclosure().map(d -> items(d, report)).orElse(List.of()));
        tree.put("findings", findings(report));
        return JsonOutput.write(tree);
    }

    private static Map<String, Object> summary(CheckReport report) {
        Map<String, Object> summary = new LinkedHashMap<>();
        report.disclosure().ifPresent(d -> {
            summary.put("complete", d.complete());
            summary.put("incomplete", d.incomplete());
            summary.put("missing", d.missing());
            summary.put("notApplicable", d.notApplicable());
        });
        summary.put("errors", count(report, Severity.ERROR));
        summary.put("warnings", count(report, Severity.WARNING));
        summary.put("infos", count(report, Severity.INFO));
        return summary;
    }

    private static long count(CheckReport report, Severity severity) {
        return report.problems().stream().filter(p -> p.severity() == severity).count();
    }

    private static Map<String, Object> forecast(Forecast forecast, CheckReport report) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("score", number(forecast.score()));
        tree.put("weighted", number(forecast.weighted()));
        tree.put("weight", report.disclosure().orElseThrow().catalogue().weight(Instrument.OIT));
        tree.put(
                "indicators",
                forecast.indicators().stream().map(CheckJson::indicator).toList());
        tree.put("costs", forecast.costs().stream().map(CheckJson::worth).toList());
        return tree;
    }

    private static Map<String, Object> indicator(Forecast.IndicatorForecast indicator) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("code", indicator.code());
        tree.put("score", number(indicator.score()));
        tree.put(
                "subIndicators",
                indicator.subIndicators().stream()
                        .map(s -> ordered("code", s.code(), "score", number(s.score())))
                        .toList());
        return tree;
    }

    private static Map<String, Object> worth(ItemWorth worth) {
        return ordered(
                "code",
                worth.item().item().code(),
                "points",
                points(worth.points()),
                "totalPoints",
                points(worth.totalPoints()));
    }

    private static List<Map<String, Object>> items(DisclosureReport disclosure, CheckReport report) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (ItemReport item : disclosure.items()) {
            Map<String, Object> tree =
                    ordered("code", item.item().code(), "name", item.item().name());
            tree.put("status", status(item.status()));
            if (item.status() instanceof ItemStatus.NotApplicable not) {
                tree.put("reason", not.reason());
            }
            if (report.hasItemPages()) {
                tree.put(
                        "url",
                        report.baseUrl()
                                + Site.itemRoute(
                                                disclosure.catalogue().year(),
                                                item.item().code())
                                        .path());
            }
            item.lastChange().ifPresent(day -> tree.put("lastChange", day.toString()));
            Optional<ItemWorth> worth =
                    report.forecast().flatMap(f -> f.worth(item.item().code()));
            worth.ifPresent(w -> {
                tree.put("points", points(w.points()));
                tree.put("totalPoints", points(w.totalPoints()));
            });
            tree.put("missing", missing(item));
            items.add(tree);
        }
        return items;
    }

    private static List<Map<String, Object>> missing(ItemReport item) {
        List<Map<String, Object>> missing = new ArrayList<>();
        for (TopicReport topic : item.topics()) {
            for (ComponentReport component : topic.components()) {
                if (topic.notApplicable().isEmpty() && component.coverage() instanceof Coverage.Missing gap) {
                    Map<String, Object> tree = ordered(
                            "topic",
                            topic.topic().id(),
                            "component",
                            component.component().id());
                    tree.put("text", component.component().text());
                    tree.put("gap", gap.gap().id());
                    missing.add(tree);
                }
            }
        }
        return missing;
    }

    private static String status(ItemStatus status) {
        if (status instanceof ItemStatus.Complete) {
            return "complete";
        }
        if (status instanceof ItemStatus.Incomplete) {
            return "incomplete";
        }
        return status instanceof ItemStatus.Missing ? "missing" : "not-applicable";
    }

    private List<Map<String, Object>> findings(CheckReport report) {
        List<Map<String, Object>> findings = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            report.problems().stream()
                    .filter(p -> p.severity() == severity)
                    .forEach(p -> findings.add(finding(p, report)));
        }
        return findings;
    }

    private Map<String, Object> finding(Problem problem, CheckReport report) {
        Map<String, Object> tree = ordered("code", problem.code().id(), "severity", StableName.of(problem.severity()));
        tree.put("file", PlainText.of(problem.position().file()));
        tree.put("line", problem.position().line());
        tree.put("column", problem.position().column());
        tree.put("message", problems.what(problem));
        tree.put("why", problems.why(problem));
        tree.put("hint", problems.hint(problem));
        tree.put("arguments", ProblemPrinter.arguments(problem));
        tree.put(
                "items",
                Stake.of(problem, report).stream().map(CheckJson::worth).toList());
        return tree;
    }

    private static BigDecimal number(Score score) {
        return score.rounded().value();
    }

    private static BigDecimal points(BigDecimal points) {
        return points.setScale(Score.DECIMALS, RoundingMode.HALF_UP);
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
        }
        return map;
    }
}
