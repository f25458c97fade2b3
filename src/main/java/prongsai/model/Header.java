package prongsai.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What every Markdown record says of itself before its text.
 *
 * @param number the document number (ที่) as printed, even incomplete
 * @param date the day on the document
 * @param updated the day of the last change of the record
 * @param fiscalYear as written; see {@link #servedYear()}
 * @param unit the responsible unit (ส่วนงาน)
 * @param period the span that the record is about
 * @param pinned whether the home page shows it before newer ones (ปักหมุด)
 * @param formerly paths that the record's page had before, which must keep working
 */
public record Header(
        String title,
        Optional<String> number,
        Optional<LocalDate> date,
        Optional<LocalDate> updated,
        Optional<FiscalYear> fiscalYear,
        Optional<String> unit,
        RecordState state,
        Optional<RecordId> replacedBy,
        Optional<String> summary,
        Optional<Signature> signedBy,
        Optional<Period> period,
        List<Claim> discloses,
        List<Attachment> attachments,
        List<Channel> channels,
        boolean pinned,
        List<String> formerly,
        Optional<Source> source) {

    public Header {
        discloses = List.copyOf(discloses);
        attachments = List.copyOf(attachments);
        channels = List.copyOf(channels);
        formerly = List.copyOf(formerly);
    }

    /** The same with the title and the summary of another. */
    public Header titledLike(Header other) {
        return new Header(
                other.title,
                number,
                date,
                updated,
                fiscalYear,
                unit,
                state,
                replacedBy,
                other.summary,
                signedBy,
                period,
                discloses,
                attachments,
                channels,
                pinned,
                formerly,
                source);
    }

    /** The fiscal year that the record serves: the one written, or the one of its date. */
    public Optional<FiscalYear> servedYear() {
        return fiscalYear.or(() -> date.flatMap(FiscalYear::containing));
    }
}
