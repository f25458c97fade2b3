package prongsai.cli;

import java.util.ArrayDeque;
import java.util.Deque;

/** What is to be done when a command ends, in whatever way and on whatever thread: once, the latest first. */
final class Ending implements AutoCloseable {

    private final Deque<Runnable> works = new ArrayDeque<>();
    private boolean over;

    /** Has something done at the end, or now if that has come. */
    synchronized void add(Runnable work) {
        if (over) {
            work.run();
        } else {
            works.push(work);
        }
    }

    /** Ends; a second thread waits until the first has done it. */
    @Override
    public synchronized void close() {
        over = true;
        while (!works.isEmpty()) {
            works.pop().run();
        }
    }
}
