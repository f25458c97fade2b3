package prongsai.bench;

import java.util.OptionalDouble;

/** The builds of Prongsai that are timed, in the order of the table. */
enum Work {
    CLEAN("clean build"),
    NOTHING("nothing changed"),
    TEXT("text of one record changed"),
    TITLE("title of one record changed"),
    TEMPLATE("template of the records changed");

    /** The targets are ratios to Hugo 0.169; Hugo 0.111 takes half as long again. */
    private static final String SLOW_HUGO = "Hugo 0.111.";

    private static final double SLOW_HUGO_SHARE = 2.0 / 3;

    private final String label;

    Work(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** The most that this may take, as a multiple of a full build of the same records by a Hugo. */
    OptionalDouble target(int records, String hugo) {
        double target = target(records);
        if (target == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(hugo.startsWith(SLOW_HUGO) ? target * SLOW_HUGO_SHARE : target);
    }

    private double target(int records) {
        return switch (this) {
            case CLEAN -> records == 100 ? 2.0 : records == 1000 ? 1.2 : records == 10_000 ? 0.7 : 0;
            case NOTHING -> records == 10_000 ? 0.04 : 0;
            case TEXT, TITLE -> records == 10_000 ? 0.06 : 0;
            case TEMPLATE -> 0;
        };
    }

    /** The most memory that this may take, in MiB. */
    static OptionalDouble memoryTarget(int records) {
        return switch (records) {
            case 10_000 -> OptionalDouble.of(300);
            case 100_000 -> OptionalDouble.of(600);
            default -> OptionalDouble.empty();
        };
    }
}
