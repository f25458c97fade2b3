package prongsai.bench;

import java.util.Locale;

/** Tells on standard error what is going on; the results alone go to standard output. */
final class Progress {

    private Progress() {}

    static void say(String format, Object... arguments) {
        System.err.println(String.format(Locale.ROOT, format, arguments));
    }
}
