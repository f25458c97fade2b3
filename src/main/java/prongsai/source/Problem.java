package prongsai.source;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One thing that is wrong with the content, as data: what it is in words, and what to do, is said by the console in the
 * officer's language.
 *
 * @param arguments what the message names, in the order of its placeholders
 */
public record Problem(ProblemCode code, SourcePosition position, List<String> arguments)
        implements Comparable<Problem> {

    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::position)
            .thenComparing(Problem::severity)
            .thenComparing(p -> p.code().id())
            .thenComparing(p -> inCountingOrder(String.join("\u0000", p.arguments())));

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    public Problem {
        arguments = List.copyOf(arguments);
        if (!code.takes(arguments.size())) {
            throw new IllegalArgumentException(code.id() + " speaks of " + code.arguments() + ", not of " + arguments);
        }
    }

    public Problem(ProblemCode code, SourcePosition position, Object... arguments) {
        this(code, position, Arrays.stream(arguments).map(Object::toString).toList());
    }

    /** A text whose numbers have leading zeros, so that O2 comes before O10. */
    private static String inCountingOrder(String text) {
        return NUMBER.matcher(text).replaceAll(m -> "0".repeat(9 - m.group().length()) + m.group());
    }

    public Severity severity() {
        return code.severity();
    }

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }
}
