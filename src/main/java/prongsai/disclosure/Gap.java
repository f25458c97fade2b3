package prongsai.disclosure;

import java.util.List;
import java.util.Locale;
import prongsai.model.Agency.OnlineKind;
import prongsai.model.FiscalYear;
import prongsai.model.Period;
import prongsai.model.RecordId;

/**
 * Why a component is not covered: what this site lacks, never that the agency has not disclosed it elsewhere
 * (ยังไม่มีข้อมูลบนเว็บไซต์นี้).
 */
public sealed interface Gap {

    /** What kind of gap this is, as a stable name: {@code not-of-year}. */
    default String id() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** Nothing here shows it. */
    record NoEvidence() implements Gap {}

    /** The agency has the channels, but no address of them is known here. */
    record NoAddress(List<OnlineKind> channels) implements Gap {
        public NoAddress {
            channels = List.copyOf(channels);
        }
    }

    /** Some executives' entries lack it. */
    record PeopleLack(List<String> names) implements Gap {
        public PeopleLack {
            names = List.copyOf(names);
        }
    }

    /** There are records, but none that can prove to be of the year asked for. */
    record NotOfYear(FiscalYear year, List<RecordId> records) implements Gap {
        public NotOfYear {
            records = List.copyOf(records);
        }
    }

    /** There are records, but together their periods leave a part of the span out. */
    record PeriodNotCovered(Period span, List<RecordId> records) implements Gap {
        public PeriodNotCovered {
            records = List.copyOf(records);
        }
    }

    /** There are records, but none that names as signer who was head of the agency on its date. */
    record NotSignedByHead(List<RecordId> records) implements Gap {
        public NotSignedByHead {
            records = List.copyOf(records);
        }
    }

    /** The plan is not built on the result of the year asked for, or that result is not here. */
    record NoResult(FiscalYear year) implements Gap {}

    /**
     * Some actions of the plan lack it.
     *
     * @param actions their places in the plan, from 1
     */
    record ActionsLack(List<Integer> actions) implements Gap {
        public ActionsLack {
            actions = List.copyOf(actions);
        }
    }
}
