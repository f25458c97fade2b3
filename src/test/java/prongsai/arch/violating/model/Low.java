package prongsai.arch.violating.model;

import prongsai.arch.violating.cli.Top;

/** Reaches up, closes a cycle, and lies in a package that is not null-marked. */
public final class Low {
    public Top top() {
        return new Top();
    }
}
