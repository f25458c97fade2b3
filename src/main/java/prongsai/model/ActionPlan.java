package prongsai.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The analysis of a result and the action plan built on it (การวิเคราะห์ผลการประเมินและมาตรการส่งเสริมคุณธรรมและความโปร่งใส).
 *
 * @param year the fiscal year in which the plan is carried out
 * @param basedOn the fiscal year whose result is analysed
 * @param foreword Markdown (คำนำ)
 * @param background Markdown (ความเป็นมา)
 * @param memo the memorandum that submitted it
 */
public record ActionPlan(
        FiscalYear year,
        FiscalYear basedOn,
        String title,
        Optional<Signature> preparedBy,
        Optional<LocalDate> date,
        Optional<String> foreword,
        Optional<String> background,
        Optional<RecordId> memo,
        List<Section> sections,
        List<String> formerly,
        Optional<Source> source,
        Optional<LocalDate> updated)
        implements PublicRecord {

    public ActionPlan {
        sections = List.copyOf(sections);
        formerly = List.copyOf(formerly);
    }

    @Override
    public RecordId id() {
        return new RecordId("plans/" + year);
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

    @Override
    public Optional<LocalDate> lastChange() {
        return java.util.stream.Stream.concat(
                        PublicRecord.super.lastChange().stream(),
                        actions().stream().flatMap(a -> a.progress().stream()).map(Progress::date))
                .max(LocalDate::compareTo);
    }

    /** All actions of all sections, in order. */
    public List<Action> actions() {
        return sections.stream().flatMap(s -> s.actions().stream()).toList();
    }

    /**
     * The analysis of one instrument.
     *
     * @param lowestIndicator code of the indicator that the result shows lowest
     * @param finding Markdown (ข้อค้นพบ)
     * @param variants where the source words the same thing otherwise
     * @param recommendation Markdown (ข้อเสนอแนะ)
     */
    public record Section(
            Instrument instrument,
            String lowestIndicator,
            String finding,
            List<Variant> variants,
            String recommendation,
            List<Action> actions) {
        public Section {
            variants = List.copyOf(variants);
            actions = List.copyOf(actions);
        }
    }

    /** The wording of another part of the source. */
    public record Variant(String part, String text) {}

    /**
     * One row of the action table.
     *
     * @param issues weaknesses to correct (ประเด็นที่เป็นข้อบกพร่อง/จุดอ่อน)
     * @param approach how the analysis is put into practice (แนวทาง)
     * @param measures มาตรการ
     * @param responsible units (ผู้รับผิดชอบ)
     * @param status as the source states it
     */
    public record Action(
            Optional<String> intro,
            Optional<String> note,
            List<String> issues,
            List<String> approach,
            List<String> measures,
            List<String> responsible,
            Optional<LocalDate> due,
            Status status,
            List<Progress> progress) {
        public Action {
            issues = List.copyOf(issues);
            approach = List.copyOf(approach);
            measures = List.copyOf(measures);
            responsible = List.copyOf(responsible);
            progress = List.copyOf(progress);
        }

        /** The status last reported, or the one that the plan states. */
        public Status currentStatus() {
            return progress.stream()
                    .max(java.util.Comparator.comparing(Progress::date))
                    .flatMap(Progress::status)
                    .orElse(status);
        }
    }

    /**
     * A report of progress (รายงานความก้าวหน้า).
     *
     * @param evidence a record's name or a file's path
     */
    public record Progress(LocalDate date, String text, Optional<Status> status, Optional<String> evidence) {}

    /** Status of an action (สถานะการดำเนินการ). */
    public enum Status {
        /** ดำเนินการแล้ว */
        DONE,
        /** อยู่ระหว่างดำเนินการ */
        IN_PROGRESS,
        /** ยังไม่ดำเนินการ */
        NOT_STARTED,
        /** The source does not say plainly (สถานะในต้นฉบับไม่ชัดเจน). */
        UNCLEAR
    }
}
