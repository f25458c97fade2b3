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
 * @param worths every item that applies, in the order of the catalogue
 */
public record Forecast(Score score, Score weighted, List<IndicatorForecast> indicators, List<ItemWorth> worths) {

    private static final Score FULL = Score.of("100");
    private static final Score NOTHING = Score.of("0");
    private static final int WORKING_DECIMALS = 20;

    public Forecast {
        indicators = List.copyOf(indicators);
        worths = List.copyOf(worths);
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
     * What an item earns when it is complete, and costs when it is not.
     *
     * @param points of the instrument's 100
     * @param totalPoints of the assessment's 100
     */
    public record ItemWorth(ItemReport item, BigDecimal points, BigDecimal totalPoints) {}

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
        return Optional.of(new Forecast(score, score.weighted(weight), indicators, worths(indicators, weight)));
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
    private static List<ItemWorth> worths(List<IndicatorForecast> indicators, int weight) {
        List<ItemWorth> worths = new ArrayList<>();
        for (IndicatorForecast indicator : indicators) {
            for (SubIndicatorForecast subIndicator : indicator.subIndicators()) {
                long shares = (long) indicators.size()
                        * indicator.subIndicators().size()
                        * subIndicator.items().size();
                BigDecimal points =
                        FULL.value().divide(BigDecimal.valueOf(shares), WORKING_DECIMALS, RoundingMode.HALF_UP);
                BigDecimal total = points.multiply(BigDecimal.valueOf(weight)).movePointLeft(2);
                subIndicator.items().forEach(i -> worths.add(new ItemWorth(i, points, total)));
            }
        }
        return worths;
    }

    /** Points as they are told: rounded half up to two decimals. */
    public static String shown(BigDecimal points) {
        return points.setScale(Score.DECIMALS, RoundingMode.HALF_UP).toPlainString();
    }

    /** What every item that is not complete costs, the dearest first. */
    public List<ItemWorth> costs() {
        // The sort keeps the order of the catalogue among items that cost the same.
        return worths.stream()
                .filter(w -> !(w.item().status() instanceof ItemStatus.Complete))
                .sorted(Comparator.comparing(ItemWorth::points).reversed())
                .toList();
    }

    /** Empty where the item does not apply. */
    public Optional<ItemWorth> worth(String item) {
        return worths.stream().filter(w -> w.item().item().code().equals(item)).findFirst();
    }
}
