package prongsai.disclosure;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import prongsai.model.FiscalYear;
import prongsai.model.HeadedRecord;
import prongsai.model.Numerals;
import prongsai.model.Period;
import prongsai.model.PublicRecord;

/**
 * What a component asks of the time that its records are about. The rule is read from the words of the requirement, so
 * that a topic or a year added as data needs no code. Each constant holds the words that tell it; the first that the
 * requirement contains decides.
 */
enum TimeRule {
    /** "เป็นรายงานผลของปีก่อนปีที่ประเมิน". */
    YEAR_BEFORE("ปีก่อนปีที่ประเมิน"),
    /** "ข้อมูลครอบคลุมระยะเวลา 6 เดือนแรกของปีที่ประเมิน". */
    FIRST_HALF("6 เดือนแรก"),
    /** "เป็นแผนที่มีระยะมากกว่า 1 ปี และบังคับใช้ครอบคลุมปีที่ประเมิน". */
    LONGER_THAN_A_YEAR("มากกว่า 1 ปี"),
    /** "แผนการดำเนินภารกิจที่มีระยะ 1 ปี และใช้บังคับในปีที่ประเมิน". */
    ONE_YEAR("ระยะ 1 ปี"),
    /** "เป็นแผนที่มีระยะเวลาบังคับใช้ครอบคลุมปีที่ประเมิน". */
    COVERS_YEAR("ครอบคลุมปีที่ประเมิน"),
    /** "เป็นประกาศหรือการทบทวนในปีที่ประเมิน": an older one that is still in force does not do. */
    ISSUED_IN_YEAR("ประกาศหรือการทบทวน"),
    /** "เป็นการดำเนินการในปีที่ประเมิน", "เป็นข้อมูลของปีที่ประเมิน", "เป็นการดำเนินการตามรอบที่กำหนด". */
    IN_YEAR("");

    /** Components with these ids are about time and nothing else. */
    private static final Set<String> IDS = Set.of("year", "period", "current");

    private final String words;

    TimeRule(String words) {
        this.words = words;
    }

    static Optional<TimeRule> of(Component component) {
        if (!IDS.contains(component.id())) {
            return Optional.empty();
        }
        String text = Numerals.ARABIC.write(component.text());
        for (TimeRule rule : values()) {
            if (text.contains(rule.words)) {
                return Optional.of(rule);
            }
        }
        return Optional.of(IN_YEAR);
    }

    /** The year whose records a topic needs: the one assessed, or the one before where the topic says so. */
    static FiscalYear yearNeeded(Topic topic, FiscalYear assessed) {
        boolean before = topic.components().stream().anyMatch(c -> of(c).equals(Optional.of(YEAR_BEFORE)));
        return before ? assessed.previous() : assessed;
    }

    /**
     * Whether {@code records} are about the right time.
     *
     * @param records those that show something of the topic
     */
    Coverage find(List<PublicRecord> records, FiscalYear assessed) {
        if (records.isEmpty()) {
            return Coverage.missing(new Gap.NoEvidence());
        }
        return switch (this) {
            case YEAR_BEFORE -> any(records, r -> touches(r, assessed.previous()), assessed.previous());
            case FIRST_HALF -> together(records, assessed.firstHalf());
            case LONGER_THAN_A_YEAR -> any(records, r -> spans(r, assessed, p -> p.isLongerThanAYear()), assessed);
            case ONE_YEAR -> any(records, r -> spans(r, assessed, p -> !p.isLongerThanAYear()), assessed);
            case COVERS_YEAR -> any(records, r -> spans(r, assessed, p -> true), assessed);
            case ISSUED_IN_YEAR -> any(records, r -> ownYear(r).equals(Optional.of(assessed)), assessed);
            case IN_YEAR -> any(records, r -> touches(r, assessed), assessed);
        };
    }

    private static boolean touches(PublicRecord record, FiscalYear year) {
        return span(record).filter(p -> p.overlaps(year.period())).isPresent();
    }

    private static boolean spans(PublicRecord record, FiscalYear year, Predicate<Period> also) {
        return span(record).filter(p -> p.contains(year.period())).filter(also).isPresent();
    }

    /** What a record is about: its period, else its fiscal year. A standing page may tell neither. */
    private static Optional<Period> span(PublicRecord record) {
        return record.period().or(() -> ownYear(record).map(FiscalYear::period));
    }

    private static Optional<FiscalYear> ownYear(PublicRecord record) {
        return record instanceof HeadedRecord headed ? headed.header().servedYear() : record.fiscalYear();
    }

    private static Coverage any(List<PublicRecord> records, Predicate<PublicRecord> fits, FiscalYear needed) {
        List<PublicRecord> fitting = records.stream().filter(fits).toList();
        return fitting.isEmpty()
                ? Coverage.missing(new Gap.NotOfYear(
                        needed, records.stream().map(PublicRecord::id).toList()))
                : Coverage.byAny(ShownRecord.evidence(fitting));
    }

    /** Monthly tables may cover the half year between them; a fiscal year alone does not say which months are in it. */
    private static Coverage together(List<PublicRecord> records, Period needed) {
        List<PublicRecord> within = records.stream()
                .filter(r -> r.period().filter(p -> p.overlaps(needed)).isPresent())
                .toList();
        LocalDate open = needed.from();
        for (Period period : within.stream()
                .flatMap(r -> r.period().stream())
                .sorted(Comparator.comparing(Period::from))
                .toList()) {
            if (!period.from().isAfter(open) && !period.to().isBefore(open)) {
                open = period.to().plusDays(1);
            }
        }
        return open.isAfter(needed.to())
                ? Coverage.byAny(ShownRecord.evidence(within))
                : Coverage.missing(new Gap.PeriodNotCovered(
                        needed, records.stream().map(PublicRecord::id).toList()));
    }
}
