package prongsai.arch.violating.render;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

/** Each method asks the computer or the moment for something. */
public final class Worldly {

    public List<JsonNode> jackson() {
        return List.of();
    }

    public Object now() {
        return LocalDate.now(ZoneId.of("Asia/Bangkok"));
    }

    public Object clock() {
        return Clock.systemUTC();
    }

    public Object date() {
        return new Date();
    }

    public Object zone() {
        return TimeZone.getDefault();
    }

    public Object systemZone() {
        return ZoneId.systemDefault();
    }

    public Object locale() {
        return Locale.getDefault();
    }

    public Object property() {
        return System.getProperty("user.language");
    }

    public Object environment() {
        return System.getenv("TZ");
    }

    public String lower() {
        return "TITLE".toLowerCase();
    }

    public String format() {
        return String.format("%,d", 1);
    }

    public void print() {
        System.out.println("hello");
    }

    /** None of these depends on the computer. */
    public String allowed() {
        return LocalDate.of(2020, 4, 23) + "TITLE".toLowerCase(Locale.ROOT) + String.format(Locale.ROOT, "%d", 1);
    }
}
