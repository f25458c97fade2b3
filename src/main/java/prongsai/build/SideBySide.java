package prongsai.build;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Work in pieces of very different size, done by all processors: each takes the next piece as soon as it is free. A
 * parallel stream would deal the pieces out by count, and one processor would wait for the other.
 */
final class SideBySide {

    private SideBySide() {}

    /**
     * What comes of each item, in the order of the items. When this ends, in whatever way, no piece is under way.
     *
     * @param work called by many threads. What it throws first is thrown, and then no further piece is begun
     */
    static <T, R> List<R> map(List<T> items, Function<? super T, ? extends R> work) {
        AtomicInteger next = new AtomicInteger();
        AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
        AtomicReferenceArray<R> results = new AtomicReferenceArray<>(items.size());
        Runnable worker = () -> {
            for (int i = next.getAndIncrement(); i < items.size() && thrown.get() == null; i = next.getAndIncrement()) {
                try {
                    results.set(i, work.apply(items.get(i)));
                } catch (RuntimeException | Error e) {
                    thrown.compareAndSet(null, e);
                }
            }
        };
        List<ForkJoinTask<?>> workers = new ArrayList<>();
        for (int i = 0; i <= ForkJoinPool.getCommonPoolParallelism(); i++) {
            workers.add(ForkJoinTask.adapt(worker));
        }
        ForkJoinTask.invokeAll(workers);
        rethrow(thrown.get());
        List<R> all = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            all.add(results.get(i));
        }
        return all;
    }

    private static void rethrow(@Nullable Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown != null) {
            throw (RuntimeException) thrown;
        }
    }
}
