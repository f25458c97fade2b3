package prongsai.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one process and those that it waited for have used.
 *
 * @param wall seconds
 * @param cpu seconds of user and system time
 * @param peak MiB resident: that of the largest single process
 * @param others share of the machine that was busy with something else meanwhile, 0 to 1
 */
record Timing(double wall, double cpu, double peak, double others) {

    static double median(List<Timing> runs, ToDoubleFunction<Timing> figure) {
        double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    static double least(List<Timing> runs, ToDoubleFunction<Timing> figure) {
        return Arrays.stream(runs.stream().mapToDouble(figure).toArray()).min().orElseThrow();
    }

    static double most(List<Timing> runs, ToDoubleFunction<Timing> figure) {
        return Arrays.stream(runs.stream().mapToDouble(figure).toArray()).max().orElseThrow();
    }
}
