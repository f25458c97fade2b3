package prongsai.disclosure;

import java.time.LocalDate;
import java.util.Optional;
import prongsai.model.Agency.OnlineKind;
import prongsai.model.RecordId;

/** Where this site shows a component. */
public sealed interface Evidence {

    /** When what is shown there last changed, where that is known. */
    Optional<LocalDate> lastChange();

    /** The page of a record. */
    record OfRecord(RecordId record, Optional<LocalDate> lastChange) implements Evidence {}

    /** What {@code site.yaml} tells about the agency. */
    record OfAgency(Section section, Optional<LocalDate> lastChange) implements Evidence {}

    /** A link to an online channel of the agency. */
    record OfChannel(OnlineKind channel, String address, Optional<LocalDate> lastChange) implements Evidence {}

    /** The list of news. */
    record OfNews(Optional<LocalDate> lastChange) implements Evidence {}

    /** A part of {@code site.yaml}. */
    enum Section {
        /** ข้อมูลการติดต่อ */
        CONTACT,
        /** ข้อมูลผู้บริหาร */
        EXECUTIVES
    }
}
