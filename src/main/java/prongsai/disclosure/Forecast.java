package prongsai.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import prongsai.model.Instrument;
import prongsai.model.Score;

/**
 * What the open data instrument (OIT) would score with today's content: an item earns 100 or 0, a sub-indicator is the
 * mean of its items, an indicator the mean of its sub-indicators, the instrument the mean of its indicators. Items that
 * do not apply are left out, and what has no items left with them. This is how announced results come about, but it is no
 * official score: it is for the officer, never for a page.
 *
 * @param score of 100, unrounded
 * @param weighted in points of the total, unrounded
 * @param indicators those of the instrument that have items
 * @param costs every item that is not complete, the dearest first
 */
public record Forecast(Score score, Score weighted, List<IndicatorForecast> indicators, List<ItemCost> costs) {

    private static final Score FULL = Score.of("100");
    private static final Score NOTHING = Score.of("0");
    private static final int WORKING_DECIMALS = 20;

    public Forecast {
        indicators = List.copyOf(indicators);
        costs = List.copyOf(costs);
    }

    /** The score that an indicator would get. */
    public record IndicatorForecast(String code, Score score, List<SubIndicatorForecast> subIndicators) {
        public IndicatorForecast {
            subIndicators = List.copyOf(subIndicators);
        }
    }

    /**
     * The score that a sub-indicator would get.
     *
     * @param items those that apply
     */
    public record SubIndicatorForecast(String code, Score score, List<ItemReport> items) {
        public SubIndicatorForecast {
            items = List.copyOf(items);
        }
    }

    /**
     * What an item that is not complete costs.
     *
     * @param points of the instrument's 100
     * @param totalPoints of the assessment's 100
     */
    public record ItemCost(ItemReport item, BigDecimal points, BigDecimal totalPoints) {}

    /** Empty where the year has no item that applies. */
    public static Optional<Forecast> of(DisclosureReport report) {
        Catalogue catalogue = report.catalogue();
        List<IndicatorForecast> indicators = catalogue.indicatorsOf(Instrument.OIT).stream()
                .map(i -> new IndicatorForecast(i.code(), NOTHING, subIndicators(report, i)))
                .filter(i -> !i.subIndicators().isEmpty())
                .map(i -> new IndicatorForecast(
                        i.code(),
                        Score.mean(i.subIndicators().stream()
                                .map(SubIndicatorForecast::score)
                                .toList()),
                        i.subIndicators()))
                .toList();
        if (indicators.isEmpty()) {
            return Optional.empty();
        }
        Score score =
                Score.mean(indicators.stream().map(IndicatorForecast::score).toList());
        int weight = catalogue.weight(Instrument.OIT);
        return Optional.of(new Forecast(score, score.weighted(weight), indicators, costs(indicators, weight)));
    }

    private static List<SubIndicatorForecast> subIndicators(DisclosureReport report, Indicator indicator) {
        List<SubIndicatorForecast> forecasts = new ArrayList<>();
        for (SubIndicator subIndicator : report.catalogue().subIndicatorsOf(indicator.code())) {
            List<ItemReport> items = subIndicator.items().stream()
                    .flatMap(i -> report.item(i.code()).stream())
                    .filter(i -> !(i.status() instanceof ItemStatus.NotApplicable))
                    .toList();
            if (!items.isEmpty()) {
                Score score = Score.mean(items.stream().map(Forecast::earned).toList());
                forecasts.add(new SubIndicatorForecast(subIndicator.code(), score, items));
            }
        }
        return forecasts;
    }

    private static Score earned(ItemReport item) {
        return item.status() instanceof ItemStatus.Complete ? FULL : NOTHING;
    }

    /** One item more is worth its share of the sub-indicator, that of the indicator, and that of the instrument. */
    private static List<ItemCost> costs(List<IndicatorForecast> indicators, int weight) {
        List<ItemCost> costs = new ArrayList<>();
        for (IndicatorForecast indicator : indicators) {
            for (SubIndicatorForecast subIndicator : indicator.subIndicators()) {
                long shares = (long) indicators.size()
                        * indicator.subIndicators().size()
                        * subIndicator.items().size();
                BigDecimal points =
                        FULL.value().divide(BigDecimal.valueOf(shares), WORKING_DECIMALS, RoundingMode.HALF_UP);
                BigDecimal total = points.multiply(BigDecimal.valueOf(weight)).movePointLeft(2);
                subIndicator.items().stream()
                        .filter(i -> !(i.status() instanceof ItemStatus.Complete))
                        .forEach(i -> costs.add(new ItemCost(i, points, total)));
            }
        }
        // The sort keeps the order of the catalogue among items that cost the same.
        return costs.stream()
                .sorted(Comparator.comparing(ItemCost::points).reversed())
                .toList();
    }

    /** What completing the item would add; empty where it is complete or does not apply. */
    public Optional<ItemCost> cost(String item) {
        return costs.stream().filter(c -> c.item().item().code().equals(item)).findFirst();
    }
}
