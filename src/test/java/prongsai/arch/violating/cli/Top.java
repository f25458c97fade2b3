package prongsai.arch.violating.cli;

import prongsai.arch.violating.model.Low;

/** The upper half of a cycle. */
public final class Top {
    public Low low() {
        return new Low();
    }
}
