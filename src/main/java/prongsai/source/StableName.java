package prongsai.source;

import java.util.Locale;

/** Names of constants for people and other programs, the same in every language: {@code link-dead}. */
public final class StableName {

    private StableName() {}

    /** In lower case, with hyphens, on every computer. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
