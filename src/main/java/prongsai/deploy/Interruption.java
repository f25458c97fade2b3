package prongsai.deploy;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;

/**
 * Has a publication end early, asked for by one thread while another publishes: what is in hand is finished or dropped,
 * and the place on the server is left to others. One for each publication.
 */
public final class Interruption {

    /** What the server is left with. */
    public enum Outcome {
        /** What it had: nothing had begun. */
        NOTHING_BEGUN,
        /** A site that is whole and a publication that can be gone on with, by anybody. */
        LEFT,
        /** The same, but only this computer may go on at once: our lock is still there. */
        LOCKED,
        /** The new site: the publication came to its end before it could be stopped. */
        DONE,
        /** Whatever the publication itself has told: it had ended before. */
        OVER
    }

    private boolean isRequested;
    private boolean isHolding;
    private Outcome outcome = Outcome.NOTHING_BEGUN;

    /**
     * Asks for the end.
     *
     * @return whether something is in hand on the server, for whose end {@link #await} then waits
     */
    public synchronized boolean request() {
        isRequested = true;
        notifyAll();
        return isHolding;
    }

    /** Waits until nothing is in hand any more, but no longer than that, and says how it ended. */
    public synchronized Outcome await(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (isHolding) {
            long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
            if (left <= 0) {
                return Outcome.LOCKED;
            }
            wait(left);
        }
        return outcome;
    }

    /** The publication has ended, and has told or will tell itself how, unless it was asked to end. */
    public synchronized void over() {
        if (!isRequested) {
            outcome = Outcome.OVER;
        }
        letGo(outcome);
    }

    public synchronized boolean isOver() {
        return outcome == Outcome.OVER;
    }

    /** From now on something of ours is on the server that must not stay there. */
    synchronized void hold() throws DeploymentFailure {
        check();
        isHolding = true;
    }

    synchronized boolean isRequested() {
        return isRequested;
    }

    synchronized boolean isHolding() {
        return isHolding;
    }

    /** Nothing is in hand any more. */
    synchronized void letGo(Outcome how) {
        isHolding = false;
        outcome = how;
        notifyAll();
    }

    /** @throws DeploymentFailure {@link DeploymentFailure.Reason#INTERRUPTED} if that was asked for */
    synchronized void check() throws DeploymentFailure {
        if (isRequested) {
            throw failure();
        }
    }

    /** Waits, but not once an end was asked for. */
    synchronized void pause(Duration time) throws DeploymentFailure, InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toMillis();
                left > 0;
                left = Duration.ofNanos(end - System.nanoTime()).toMillis()) {
            check();
            wait(left);
        }
        check();
    }

    private static DeploymentFailure failure() {
        return new DeploymentFailure(DeploymentFailure.Reason.INTERRUPTED, List.of());
    }

    /** Bytes that fail with {@link Dropped} once an end was asked for: a large file takes too long to be waited for. */
    InputStream untilRequested(InputStream bytes) {
        return new FilterInputStream(bytes) {
            @Override
            public int read(byte[] portion, int offset, int length) throws IOException {
                refuse();
                return super.read(portion, offset, length);
            }
        };
    }

    private synchronized void refuse() throws Dropped {
        if (isRequested) {
            throw new Dropped();
        }
    }

    /** A file is not sent any further. */
    static final class Dropped extends IOException {
        private static final long serialVersionUID = 1;
    }
}
