package prongsai.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** Writes results as Markdown. */
final class Report {

    private static final String BEGIN = "<!-- results -->";
    private static final String END = "<!-- /results -->";
    private static final String NONE = "–";
    /** More than linear growth of time with the records, which is still taken for linear. */
    private static final double LINEAR = 1.15;

    private static final String HEAD = """
            | build | wall s (least–most) | CPU s | peak MiB | others | wall / Hugo | CPU / Hugo | target |
            | --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |
            """;

    private final StringBuilder text = new StringBuilder();

    Report line(String line) {
        text.append(line).append('\n');
        return this;
    }

    String text() {
        return text.toString();
    }

    /** Adds the table of one number of records. */
    Report table(Results results) {
        text.append(format("\n### %,d records\n\n", results.records())).append(HEAD);
        for (Map.Entry<Work, List<Timing>> row : results.prongsai().entrySet()) {
            row("Prongsai: " + row.getKey().label(), row.getValue(), results, targets(row.getKey(), results));
        }
        for (Map.Entry<String, List<Timing>> row : results.others().entrySet()) {
            row(row.getKey(), row.getValue(), results, NONE);
        }
        List<String> outputs = new ArrayList<>();
        results.outputs().forEach((name, size) -> outputs.add(name + " " + size));
        return line("").line("Written: " + String.join("; ", outputs) + ".");
    }

    private void row(String label, List<Timing> runs, Results results, String targets) {
        line(format(
                "| %s | %.2f (%.2f–%.2f) | %.2f | %.0f | %.0f %% | %s | %s | %s |",
                label,
                Timing.median(runs, Timing::wall),
                Timing.least(runs, Timing::wall),
                Timing.most(runs, Timing::wall),
                Timing.median(runs, Timing::cpu),
                Timing.median(runs, Timing::peak),
                Timing.median(runs, Timing::others) * 100,
                ratio(ratio(runs, results, Timing::wall)),
                ratio(ratio(runs, results, Timing::cpu)),
                targets));
    }

    private static String ratio(OptionalDouble ratio) {
        return ratio.isPresent() ? format("%.3f", ratio.getAsDouble()) : NONE;
    }

    private static OptionalDouble ratio(List<Timing> runs, Results results, ToDoubleFunction<Timing> figure) {
        return results.hugo().stream()
                .mapToDouble(hugo -> Timing.median(runs, figure) / Timing.median(hugo.getValue(), figure))
                .findFirst();
    }

    private static String targets(Work work, Results results) {
        List<Timing> runs = results.runs(work);
        List<String> targets = new ArrayList<>();
        OptionalDouble ratio = ratio(runs, results, Timing::wall);
        OptionalDouble most = results.hugo()
                .map(hugo -> work.target(results.records(), hugo.getKey()))
                .orElse(OptionalDouble.empty());
        if (ratio.isPresent() && most.isPresent()) {
            targets.add(target("wall / Hugo", "%.3f", ratio.getAsDouble(), most.getAsDouble()));
        }
        Work.memoryTarget(results.records())
                .ifPresent(peak -> targets.add(target("MiB", "%.0f", Timing.median(runs, Timing::peak), peak)));
        return targets.isEmpty() ? NONE : String.join("; ", targets);
    }

    private static String target(String unit, String shape, double is, double most) {
        return unit + " ≤ " + format(shape, most) + (is <= most ? " held" : " **missed**");
    }

    /** Says how a clean build grows with the records. */
    Report growth(List<Results> all) {
        for (int i = 1; i < all.size(); i++) {
            Results few = all.get(i - 1);
            Results many = all.get(i);
            double records = many.records() / (double) few.records();
            double wall = clean(many, Timing::wall) / clean(few, Timing::wall);
            double cpu = clean(many, Timing::cpu) / clean(few, Timing::cpu);
            line(format(
                    "\nFrom %,d to %,d records (%.1f times as many) a clean build takes %.2f times the wall time and %.2f "
                            + "times the CPU time: %s.",
                    few.records(),
                    many.records(),
                    records,
                    wall,
                    cpu,
                    wall <= records * LINEAR ? "not more than linear within 15 %" : "**more than linear**"));
        }
        return this;
    }

    private static double clean(Results results, ToDoubleFunction<Timing> figure) {
        return Timing.median(results.runs(Work.CLEAN), figure);
    }

    private static String format(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }

    /** Writes the report to a file, between the marks for it if the file has them. */
    void writeTo(Path file) throws IOException {
        String whole = text.toString();
        if (Files.exists(file)) {
            String before = Files.readString(file);
            int begin = before.indexOf(BEGIN);
            int end = before.indexOf(END);
            if (begin >= 0 && end > begin) {
                whole = before.substring(0, begin + BEGIN.length()) + "\n\n" + whole + "\n" + before.substring(end);
            }
        }
        Files.writeString(file, whole);
    }
}
