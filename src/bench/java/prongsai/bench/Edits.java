package prongsai.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import prongsai.bench.Notice.Identity;

/**
 * What an officer or a designer changes between two builds. Each round changes other records, so no cache can know the
 * result already; what was changed stays so, and each build therefore has the work of one change.
 */
final class Edits {

    /** Fewer would have rounds edit the same record for its text and its title. */
    static final int FEWEST_RECORDS = 10;

    private static final int STRIDE = 7919;
    private static final int PAGES_NAMED = 5;

    private final ProngsaiSite site;

    Edits(ProngsaiSite site) {
        this.site = site;
    }

    /** What a build after an edit must have done to the pages. */
    interface Expectation {
        /** Fails unless just the right ones were written. */
        void hold(Set<String> writtenPages) throws BenchmarkFailure, IOException;
    }

    static Expectation nothing() {
        return written -> exactly(Set.of(), written);
    }

    /** Adds a paragraph to a record: only its own page shows it. */
    Expectation text(int round) throws IOException {
        Identity identity = identity(STRIDE * round);
        replace(site.record(identity), "\\s*$", "\n\nปรับปรุงข้อความครั้งที่ " + round + "\n");
        return written -> exactly(Set.of(ProngsaiSite.page(identity)), written);
    }

    /** Changes a record's title, which stands on its own page and on the lists that it is in. */
    Expectation title(int round) throws IOException {
        Identity identity = identity(STRIDE * round + site.corpus().size() / 2);
        String mark = "(แก้ไขครั้งที่ " + round + ")";
        replace(site.record(identity), "(?m)^(title: \".*)\"$", "$1 " + mark + "\"");
        return written -> {
            if (!written.contains(ProngsaiSite.page(identity)) || written.size() < 2) {
                throw new BenchmarkFailure(
                        "A changed title must show on its page and on lists, but written were " + some(written));
            }
            for (String page : written) {
                if (!Files.readString(site.output().resolve(page)).contains(mark)) {
                    throw new BenchmarkFailure(page + " was written but does not show the changed title");
                }
            }
        };
    }

    /** Changes the template of records, and so every one of their pages. */
    Expectation template(int round) throws IOException {
        replace(
                site.recordTemplate(),
                "(?s)(<!-- round [0-9]+ -->)?</@layout.page>\\s*$",
                "<!-- round " + round + " --></@layout.page>\n");
        return written -> {
            Set<String> pages = new TreeSet<>();
            for (int n = 0; n < site.corpus().size(); n++) {
                pages.add(ProngsaiSite.page(site.corpus().identity(n)));
            }
            exactly(pages, written);
        };
    }

    private Identity identity(int number) {
        return site.corpus().identity(number % site.corpus().size());
    }

    private static void replace(Path file, String pattern, String replacement) throws IOException {
        String before = Files.readString(file);
        String after = before.replaceFirst(pattern, replacement);
        if (after.equals(before)) {
            throw new IllegalStateException("nothing to change in " + file);
        }
        Files.writeString(file, after);
    }

    private static void exactly(Set<String> expected, Set<String> written) throws BenchmarkFailure {
        if (!written.equals(expected)) {
            Set<String> missing = new TreeSet<>(expected);
            missing.removeAll(written);
            Set<String> needless = new TreeSet<>(written);
            needless.removeAll(expected);
            throw new BenchmarkFailure("Pages that should have been written but were not: " + some(missing)
                    + "; written without need: " + some(needless));
        }
    }

    private static String some(Set<String> pages) {
        String named = String.join(" ", pages.stream().limit(PAGES_NAMED).toList());
        return pages.size() <= PAGES_NAMED ? "[" + named + "]" : pages.size() + " pages [" + named + " ...]";
    }
}
