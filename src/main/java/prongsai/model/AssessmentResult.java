package prongsai.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The result of an assessment (ผลการประเมินคุณธรรมและความโปร่งใส) as it was officially announced: every figure as
 * printed, even where figures contradict each other.
 *
 * @param overall total in points, 0..100
 * @param grade as printed (ระดับผลการประเมิน)
 * @param ranking indicators in the order of a printed ranking, with the figures printed there; empty if none
 * @param published the day of the announcement
 */
public record AssessmentResult(
        FiscalYear year,
        Score overall,
        Optional<String> grade,
        List<InstrumentScore> instruments,
        List<IndicatorScore> indicators,
        List<Ranked> ranking,
        Optional<LocalDate> published,
        List<Note> notes,
        List<String> formerly,
        Optional<Source> source,
        Optional<LocalDate> updated)
        implements PublicRecord {

    public AssessmentResult {
        instruments = List.copyOf(instruments);
        indicators = List.copyOf(indicators);
        ranking = List.copyOf(ranking);
        notes = List.copyOf(notes);
        formerly = List.copyOf(formerly);
    }

    @Override
    public RecordId id() {
        return new RecordId("ita/" + year);
    }

    @Override
    public String title() {
        return "ผลการประเมินคุณธรรมและความโปร่งใส (ITA) ปีงบประมาณ พ.ศ. " + year;
    }

    @Override
    public Optional<LocalDate> date() {
        return published;
    }

    @Override
    public List<Claim> discloses() {
        return List.of();
    }

    @Override
    public Optional<FiscalYear> fiscalYear() {
        return Optional.of(year);
    }

    @Override
    public Optional<Period> period() {
        return Optional.empty();
    }

    public Optional<IndicatorScore> indicator(String code) {
        return indicators.stream().filter(i -> i.code().equals(code)).findFirst();
    }

    public Optional<InstrumentScore> instrument(Instrument instrument) {
        return instruments.stream().filter(i -> i.code() == instrument).findFirst();
    }

    /**
     * An instrument's weighted score (คะแนนถ่วงน้ำหนัก).
     *
     * @param weighted in points of the total: at most the instrument's weight
     */
    public record InstrumentScore(Instrument code, Score weighted) {}

    /** Indicator (ตัวชี้วัด) with its sub-indicators, where the announcement gives them. */
    public record IndicatorScore(String code, Score score, List<SubIndicatorScore> subIndicators) {
        public IndicatorScore {
            subIndicators = List.copyOf(subIndicators);
        }
    }

    /** Sub-indicator (ตัวชี้วัดย่อย). */
    public record SubIndicatorScore(String code, Score score) {}

    /** One line of the printed ranking (คะแนนสูงสุดรายตัวชี้วัด). */
    public record Ranked(String indicator, Score score) {}

    /**
     * A remark on the print.
     *
     * @param about a code ({@code OIT}, {@code 9}, {@code 9.4}) or empty for the whole
     */
    public record Note(Optional<String> about, String text) {}
}
