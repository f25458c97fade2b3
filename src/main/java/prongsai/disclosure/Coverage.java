package prongsai.disclosure;

import java.util.List;

/** Whether this site shows a component. */
public sealed interface Coverage {

    /** It is shown, here. */
    record Covered(List<Evidence> evidence) implements Coverage {
        public Covered {
            evidence = List.copyOf(evidence);
        }
    }

    /** It must be shown and is not. */
    record Missing(Gap gap) implements Coverage {}

    /** It is not shown, and need not be: it is optional or an example. */
    record NotShown(Gap gap) implements Coverage {}

    static Coverage by(Evidence evidence) {
        return new Covered(List.of(evidence));
    }

    /** Covered where there is any evidence, else missing. */
    static Coverage byAny(List<? extends Evidence> evidence) {
        return evidence.isEmpty() ? missing(new Gap.NoEvidence()) : new Covered(List.copyOf(evidence));
    }

    static Coverage missing(Gap gap) {
        return new Missing(gap);
    }
}
