package prongsai.disclosure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import prongsai.content.Content;
import prongsai.content.Entry;
import prongsai.model.Agency;
import prongsai.model.Claim;
import prongsai.model.FiscalYear;
import prongsai.model.PublicRecord;
import prongsai.source.ProblemCode;
import prongsai.source.Problems;
import prongsai.source.SourcePosition;
import prongsai.source.Value;

/** The items of a year that are missing, and the components that others lack, each with what the item costs. */
final class ItemChecks {

    private final Content content;
    private final Catalogues catalogues;
    private final LocalDate today;
    private final Problems problems;
    private final Map<String, List<Claiming>> claims = new HashMap<>();
    private int noted;

    ItemChecks(Content content, Catalogues catalogues, LocalDate today, Problems problems) {
        this.content = content;
        this.catalogues = catalogues;
        this.today = today;
        this.problems = problems;
        content.records().forEach(this::noteClaims);
    }

    /**
     * A record that claims a topic.
     *
     * @param order among all records
     */
    private record Claiming(Entry<? extends PublicRecord> entry, int order) {
        boolean counts(FiscalYear year) {
            return entry.record().isInForce() && entry.record().serves(year);
        }
    }

    private void noteClaims(Entry<? extends PublicRecord> entry) {
        for (Claim claim : entry.record().discloses()) {
            List<Claiming> of = claims.computeIfAbsent(claim.topic(), t -> new ArrayList<>());
            of.add(new Claiming(entry, noted++));
        }
    }

    /**
     * @param year whose items are due
     */
    void check(FiscalYear year) {
        Optional<Catalogue> catalogue = catalogues.of(year);
        if (catalogue.isPresent()) {
            DisclosureReport report = DisclosureReport.of(content, catalogue.get(), today);
            Optional<Forecast> forecast = Forecast.of(report);
            report.items().forEach(i -> checkItem(i, catalogue.get().year(), forecast));
        } else if (content.agency().record().currentYear().equals(Optional.of(year))) {
            problems.add(
                    ProblemCode.NO_CATALOGUE,
                    content.agency().at("/currentYear"),
                    year,
                    catalogues.years().first(),
                    catalogues.years().last());
        }
    }

    private void checkItem(ItemReport item, FiscalYear year, Optional<Forecast> forecast) {
        if (item.status() instanceof ItemStatus.Missing) {
            String components = item.status().gaps().stream()
                    .flatMap(g -> g.components().stream())
                    .map(Component::text)
                    .collect(Collectors.joining("; "));
            report(ProblemCode.ITEM_MISSING, item, year, forecast, components);
            return;
        }
        for (ComponentReport component : item.missing()) {
            Gap gap = ((Coverage.Missing) component.coverage()).gap();
            report(
                    ProblemCode.COMPONENT_MISSING,
                    item,
                    year,
                    forecast,
                    component.component().text(),
                    gap.id());
        }
    }

    private void report(
            ProblemCode code, ItemReport report, FiscalYear year, Optional<Forecast> forecast, String... more) {
        OitItem item = report.item();
        Optional<Forecast.ItemWorth> worth = forecast.flatMap(f -> f.worth(item.code()));
        List<Object> arguments = new ArrayList<>(List.of(
                item.code(),
                item.name(),
                year,
                points(worth.map(Forecast.ItemWorth::points)),
                points(worth.map(Forecast.ItemWorth::totalPoints))));
        arguments.addAll(List.of(more));
        problems.add(code, place(item, year), arguments.toArray());
    }

    private static String points(Optional<BigDecimal> points) {
        return Forecast.shown(points.orElse(BigDecimal.ZERO));
    }

    /** Where the officer should look first: the record that claims the item, its place in site.yaml, or site.yaml. */
    private SourcePosition place(OitItem item, FiscalYear year) {
        Set<String> topics = item.topics().stream().map(Topic::id).collect(Collectors.toSet());
        Optional<SourcePosition> claim = topics.stream()
                .flatMap(t -> claims.getOrDefault(t, List.of()).stream())
                .min(Comparator.comparing((Claiming c) -> !c.counts(year)).thenComparing(Claiming::order))
                .flatMap(c -> claimOf(c.entry(), topics));
        return claim.or(() -> planOf(topics, year))
                .or(() -> topics.stream()
                        .sorted()
                        .flatMap(t -> section(t).stream())
                        .findFirst())
                .orElseGet(() -> content.agency().at("/currentYear"));
    }

    private static Optional<SourcePosition> claimOf(Entry<? extends PublicRecord> entry, Set<String> topics) {
        return Values.mappings(entry.fields(), "discloses").stream()
                .flatMap(c -> Values.scalar(c, "topic").stream())
                .filter(t -> topics.contains(t.text().strip()))
                .map(Value.Scalar::position)
                .findFirst();
    }

    private Optional<SourcePosition> planOf(Set<String> topics, FiscalYear year) {
        return topics.stream().anyMatch(t -> t.startsWith("integrity-measures"))
                ? content.plan(year).map(Entry::position)
                : Optional.empty();
    }

    /** The part of site.yaml that a topic is derived from. */
    private Optional<SourcePosition> section(String topic) {
        Entry<Agency> agency = content.agency();
        Optional<String> field = switch (topic) {
            case "contact" -> Optional.of("contact");
            case "executives" -> Optional.of("executives");
            case "qa", "social-network", "complaint-channel", "feedback-channel", "e-service" ->
                Optional.of("channels");
            default -> Optional.empty();
        };
        return field.filter(f -> agency.fields().get(f).isPresent())
                .map(f -> agency.fields().nameOf(f));
    }
}
