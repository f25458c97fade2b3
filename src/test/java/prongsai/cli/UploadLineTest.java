package prongsai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import prongsai.deploy.DeploymentProgress.Phase;

class UploadLineTest {

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private final SetClock clock = new SetClock();
    private final UploadLine line = new UploadLine(
            new ProgressLine(
                    new PrintStream(console, true, StandardCharsets.UTF_8),
                    Messages.load("console", Language.EN),
                    true),
            Messages.load("console", Language.EN),
            clock);

    /** Stands still until it is moved. */
    private static final class SetClock extends Clock {
        private Instant now = Instant.EPOCH;

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private List<String> shown() {
        return List.of(console.toString(StandardCharsets.UTF_8).strip().split(" *\r")).stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    @Test
    void tellsBytesFilesAndTheTimeThatIsLeft() {
        line.phase(Phase.SENDING);
        line.sent(0, 20_000_000, 0, 4);
        clock.pass(Duration.ofSeconds(10));
        line.sent(5_000_000, 20_000_000, 1, 4);
        // So soon after the last nobody would read it.
        line.sent(5_100_000, 20_000_000, 1, 4);
        clock.pass(Duration.ofSeconds(120));
        line.sent(20_000_000, 20_000_000, 4, 4);
        assertThat(shown())
                .containsExactly(
                        "Sending ...",
                        "[--------------------] 0 % 0.0 of 20.0 MB, 0 of 4 files, -:-- left",
                        "[#####---------------] 25 % 5.0 of 20.0 MB, 1 of 4 files, 0:30 left",
                        "[####################] 100 % 20.0 of 20.0 MB, 4 of 4 files, 0:00 left");
    }

    @Test
    void aSizeIsRoundedUpSoThatSomethingIsNeverNothing() {
        assertThat(UploadLine.size(0)).isEqualTo("0 kB");
        assertThat(UploadLine.size(1)).isEqualTo("1 kB");
        assertThat(UploadLine.size(1_000)).isEqualTo("1 kB");
        assertThat(UploadLine.size(2_345_678)).isEqualTo("2.3 MB");
    }
}
