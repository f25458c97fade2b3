package prongsai.cli;

import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs each test of a class on a computer set to another language and time zone. */
abstract class LocaleExtension implements BeforeEachCallback, AfterEachCallback {

    private final Locale locale;
    private final TimeZone zone;
    private final Locale ownLocale = Locale.getDefault();
    private final TimeZone ownZone = TimeZone.getDefault();

    private LocaleExtension(String locale, String zone) {
        this.locale = Locale.forLanguageTag(locale);
        this.zone = TimeZone.getTimeZone(zone);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Locale.setDefault(ownLocale);
        TimeZone.setDefault(ownZone);
    }

    /** Where {@code "TITLE".toLowerCase()} is {@code tıtle}. */
    static final class Turkish extends LocaleExtension {
        Turkish() {
            super("tr-TR", "America/Los_Angeles");
        }
    }

    /** Where a careless date is of the Buddhist Era already, and a careless number in Thai digits. */
    static final class ThaiBuddhist extends LocaleExtension {
        ThaiBuddhist() {
            super("th-TH-u-ca-buddhist-nu-thai", "Pacific/Kiritimati");
        }
    }
}
