package prongsai.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the console speaks ({@code --lang}). */
enum Language {
    /** Thai (ภาษาไทย), unless something else is asked for. */
    TH,
    EN;

    /** The code as it is typed: {@code th}. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Language> of(String code) {
        return Arrays.stream(values()).filter(l -> l.code().equals(code)).findFirst();
    }
}
