package prongsai.disclosure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import prongsai.content.Content;

/**
 * What this site shows of everything that one year asks for.
 *
 * <pre>{@code
 * DisclosureReport report = DisclosureReport.of(content, catalogue, today);
 * ItemStatus status = report.item("O42").orElseThrow().status();
 * }</pre>
 *
 * @param items in the order of the catalogue
 */
public record DisclosureReport(Catalogue catalogue, List<ItemReport> items) {
    public DisclosureReport {
        items = List.copyOf(items);
    }

    /**
     * Looks at the content as it stands.
     *
     * @param today decides who is in office
     */
    public static DisclosureReport of(Content content, Catalogue catalogue, LocalDate today) {
        return of(content, RecordsInForce.of(content), catalogue, today);
    }

    /**
     * The same for one of several years.
     *
     * @param records of the content
     */
    public static DisclosureReport of(Content content, RecordsInForce records, Catalogue catalogue, LocalDate today) {
        CoverageFinder finder = new CoverageFinder(new Scope(content, catalogue.year(), today), records);
        return new DisclosureReport(
                catalogue, catalogue.items().stream().map(finder::report).toList());
    }

    public Optional<ItemReport> item(String code) {
        return items.stream().filter(i -> i.item().code().equals(code)).findFirst();
    }

    public int complete() {
        return count(s -> s instanceof ItemStatus.Complete);
    }

    public int incomplete() {
        return count(s -> s instanceof ItemStatus.Incomplete);
    }

    public int missing() {
        return count(s -> s instanceof ItemStatus.Missing);
    }

    public int notApplicable() {
        return count(s -> s instanceof ItemStatus.NotApplicable);
    }

    private int count(Predicate<ItemStatus> status) {
        return (int) items.stream().map(ItemReport::status).filter(status).count();
    }
}
