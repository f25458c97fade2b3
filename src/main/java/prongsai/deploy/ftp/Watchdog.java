package prongsai.deploy.ftp;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Cuts connections to whose server nothing can be written for too long: the platform limits the time of reads alone. */
final class Watchdog {

    private static final int LOOKS = 4;

    private final Duration patience;
    private final ScheduledThreadPoolExecutor timer;

    Watchdog(Duration patience) {
        this.patience = patience;
        this.timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "ftp-watchdog");
            thread.setDaemon(true);
            return thread;
        });
        timer.setKeepAliveTime(1, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        timer.setRemoveOnCancelPolicy(true);
    }

    /** One transfer, until closed. */
    final class Watch implements AutoCloseable {
        private final Sockets sockets;
        private final ScheduledFuture<?> look;
        private volatile long alive = System.nanoTime();
        private volatile boolean isCut;

        private Watch(Sockets sockets) {
            this.sockets = sockets;
            long pause = patience.toNanos() / LOOKS;
            this.look = timer.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.NANOSECONDS);
        }

        private void look() {
            if (System.nanoTime() - alive > patience.toNanos()) {
                isCut = true;
                sockets.close();
            }
        }

        /** Something was written just now. */
        void alive() {
            alive = System.nanoTime();
        }

        boolean isCut() {
            return isCut;
        }

        @Override
        public void close() {
            look.cancel(false);
        }
    }

    Watch watch(Sockets sockets) {
        return new Watch(sockets);
    }
}
