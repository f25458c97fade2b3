package prongsai.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import prongsai.deploy.DeploymentProgress;
import prongsai.deploy.RemoteFailure;
import prongsai.source.StableName;

/** How far a publication to a server has come: {@code [######----] 61 % 12.3 of 20.1 MB, 40 of 96 files, 1:05 left}. */
final class UploadLine implements DeploymentProgress {

    private static final int CELLS = 20;
    private static final int PER_CENT = 100;
    private static final double MEGABYTE = 1_000_000;
    private static final int KILOBYTE = 1_000;
    private static final int SECONDS = 60;

    /** So often a line is written anew that nobody reads faster. */
    private static final Duration PACE = Duration.ofMillis(200);

    private final ProgressLine line;
    private final Messages messages;
    private final Clock clock;
    private Instant began = Instant.MIN;
    private Instant told = Instant.MIN;

    UploadLine(ProgressLine line, Messages messages, Clock clock) {
        this.line = line;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public synchronized void phase(Phase phase) {
        if (phase == Phase.SENDING) {
            began = clock.instant();
        }
        line.show(messages.text("deploying." + StableName.of(phase)));
    }

    @Override
    public synchronized void sent(long sent, long of, int files, int ofFiles) {
        Instant now = clock.instant();
        if (files < ofFiles && now.isBefore(told.plus(PACE))) {
            return;
        }
        told = now;
        int perCent = of == 0 ? PER_CENT : (int) (sent * PER_CENT / of);
        int cells = perCent * CELLS / PER_CENT;
        line.show(messages.text(
                "sending",
                "[" + "#".repeat(cells) + "-".repeat(CELLS - cells) + "]",
                perCent,
                megabytes(sent),
                megabytes(of),
                files,
                ofFiles,
                left(Duration.between(began, now), sent, of)));
    }

    /** Such as {@code 14 kB} or {@code 2.3 MB}. */
    static String size(long bytes) {
        return bytes < MEGABYTE ? (bytes + KILOBYTE - 1) / KILOBYTE + " kB" : megabytes(bytes) + " MB";
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / MEGABYTE);
    }

    /** Minutes and seconds that the rest takes at the speed so far; unknown at the beginning. */
    private static String left(Duration passed, long sent, long of) {
        if (sent <= 0 || passed.compareTo(PACE) < 0) {
            return "-:--";
        }
        long seconds = Math.round(passed.toMillis() / 1000.0 * (of - sent) / sent);
        return seconds / SECONDS + String.format(Locale.ROOT, ":%02d", seconds % SECONDS);
    }

    @Override
    public void retrying(RemoteFailure failure) {
        line.show(messages.text("deploying.retrying"));
    }
}
