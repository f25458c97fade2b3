package prongsai.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * All builds of one number of records. In each round every build is run once, so that what disturbs the machine for a while
 * disturbs all alike. The clean build comes last in a round: its site must be that which the edits before led to.
 */
final class Rounds {

    private final Stopwatch stopwatch;
    private final ProngsaiSite site;
    private final Edits edits;
    private final Map<Peer, Path> peers = new LinkedHashMap<>();
    private final Floor floor;
    private final Trash trash;
    private final Results results;

    Rounds(Stopwatch stopwatch, ProngsaiSite site, Floor floor, Trash trash) {
        this.stopwatch = stopwatch;
        this.site = site;
        this.edits = new Edits(site);
        this.floor = floor;
        this.trash = trash;
        this.results = Results.of(site.corpus().size());
    }

    /** Lets a peer take part. */
    void add(Peer peer, Path prepared) {
        peers.put(peer, prepared);
    }

    Results run(int runs) throws BenchmarkFailure, IOException, InterruptedException {
        // Not measured: leaves the site and the cache that the next builds find.
        stopwatch.time(site.build(), site.folder());
        for (int round = 1; round <= runs; round++) {
            Progress.say("%,d records, round %d of %d", site.corpus().size(), round, runs);
            rebuild(Work.NOTHING, Edits.nothing());
            rebuild(Work.TEXT, edits.text(round));
            rebuild(Work.TITLE, edits.title(round));
            rebuild(Work.TEMPLATE, edits.template(round));
            buildClean();
            for (Map.Entry<Peer, Path> peer : peers.entrySet()) {
                build(peer.getKey(), peer.getValue());
            }
            results.add(Floor.NAME, stopwatch.time(floor.parse(site.content()), site.folder()));
        }
        return results;
    }

    private void rebuild(Work work, Edits.Expectation expectation)
            throws BenchmarkFailure, IOException, InterruptedException {
        SiteFiles before = SiteFiles.of(site.output());
        results.add(work, stopwatch.time(site.build(), site.folder()));
        Set<String> written = SiteFiles.of(site.output()).changedSince(before);
        Predicate<String> page = path -> path.endsWith(".html");
        try {
            expectation.hold(written.stream().filter(page).collect(Collectors.toSet()));
        } catch (BenchmarkFailure e) {
            throw new BenchmarkFailure("Prongsai, " + work.label() + ": " + e.getMessage());
        }
    }

    private void buildClean() throws BenchmarkFailure, IOException, InterruptedException {
        SiteFiles before = SiteFiles.of(trash.move(site.output()));
        results.add(Work.CLEAN, stopwatch.time(site.build("--clean"), site.folder()));
        SiteFiles after = SiteFiles.of(site.output());
        Set<String> different = after.differencesFrom(before);
        if (!different.isEmpty()) {
            throw new BenchmarkFailure("A clean build differs from the builds after edits in " + different.size()
                    + " files, such as " + different.iterator().next());
        }
        results.outputs().put("Prongsai", after.size());
        trash.empty();
    }

    private void build(Peer peer, Path folder) throws BenchmarkFailure, IOException, InterruptedException {
        Path output = folder.resolve(Peer.OUTPUT);
        if (Files.exists(output)) {
            trash.move(output);
            trash.empty();
        }
        results.add(peer.name() + ": full build", stopwatch.time(peer.command(), folder));
        SiteFiles written = SiteFiles.of(output);
        long pages = written.stamps().keySet().stream()
                .filter(path -> path.startsWith("records/") && path.endsWith("/index.html"))
                .count();
        if (pages != site.corpus().size()) {
            throw new BenchmarkFailure(peer.name() + " made " + pages + " pages of "
                    + site.corpus().size() + " records");
        }
        results.outputs().put(peer.name(), written.size());
    }
}
