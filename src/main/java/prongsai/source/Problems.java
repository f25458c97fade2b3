package prongsai.source;

import java.util.ArrayList;
import java.util.List;

/** Collects the problems of one run, from any thread. Every stage adds to it, skips the bad value and goes on. */
public final class Problems {

    private final List<Problem> found = new ArrayList<>();

    public synchronized void add(Problem problem) {
        found.add(problem);
    }

    public void add(ProblemCode code, SourcePosition position, Object... arguments) {
        add(new Problem(code, position, arguments));
    }

    public synchronized boolean hasErrors() {
        return found.stream().anyMatch(p -> p.severity() == Severity.ERROR);
    }

    /** Each problem once, by file, line and column. */
    public synchronized List<Problem> sorted() {
        return found.stream().distinct().sorted().toList();
    }
}
