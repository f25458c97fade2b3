package prongsai.render;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value of a view that takes long to make and follows from a text alone. To a template it is the value; a page that stays
 * as it is never needs it, as the text tells as much.
 */
final class Later<T> {

    private final String source;
    private final Function<String, T> maker;
    private @Nullable T made;

    Later(String source, Function<String, T> maker) {
        this.source = source;
        this.maker = maker;
    }

    /** What the value follows from. */
    String source() {
        return source;
    }

    /** Made once; a page is filled by one thread. */
    T value() {
        T value = made;
        if (value == null) {
            value = maker.apply(source);
            made = value;
        }
        return value;
    }
}
