package prongsai.check.external;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import prongsai.check.external.LinkOutcome.Dead;
import prongsai.check.external.LinkOutcome.Reason;

/**
 * Asks other websites whether they still have the pages that the site links to, politely: few requests at once, one a
 * second to a server, no bodies, and no address twice in a day.
 *
 * <pre>{@code
 * ExternalLinks links = new ExternalLinks(ExternalLinkOptions.usual("Prongsai/0.1.0", clock, Optional.of(folder)));
 * SortedMap<String, LinkOutcome> outcomes = links.check(Set.of("https://www.nacc.go.th/ita"), (done, of) -> {});
 * }</pre>
 */
public final class ExternalLinks {

    private final ExternalLinkOptions options;

    public ExternalLinks(ExternalLinkOptions options) {
        this.options = options;
    }

    /** Hears how far a check has come. Called by one thread at a time. */
    @FunctionalInterface
    public interface Progress {

        /**
         * Another address is done.
         *
         * @param of how many are to be asked for, without those known from an earlier check
         */
        void asked(int done, int of);
    }

    /** Whether an address in a page is one that {@link #check} can ask for: it begins in {@code http:} or {@code https:}. */
    public static boolean isExternal(String address) {
        return WebAddress.isWeb(address);
    }

    /**
     * Asks for every address, or recalls what an earlier check learned.
     *
     * @param addresses as they are written in the pages; those that differ only after {@code #} are asked for once
     * @return the outcome of every address, whatever happened; nothing is thrown for what a website does
     * @throws InterruptedException when the thread is interrupted; what was learned until then is kept
     */
    public SortedMap<String, LinkOutcome> check(Set<String> addresses, Progress progress) throws InterruptedException {
        SortedMap<String, LinkOutcome> outcomes = new TreeMap<>();
        SortedMap<URI, List<String>> written = new TreeMap<>();
        for (String address : addresses) {
            Optional<URI> uri = WebAddress.of(address);
            if (uri.isPresent()) {
                written.computeIfAbsent(uri.get(), u -> new ArrayList<>()).add(address);
            } else {
                outcomes.put(address, new Dead(Reason.BAD_ADDRESS, 0));
            }
        }
        Map<URI, LinkOutcome> asked = outcomes(written.keySet(), progress);
        asked.forEach((uri, outcome) ->
                written.getOrDefault(uri, List.of()).forEach(address -> outcomes.put(address, outcome)));
        return Collections.unmodifiableSortedMap(outcomes);
    }

    private Map<URI, LinkOutcome> outcomes(Set<URI> addresses, Progress progress) throws InterruptedException {
        LinkCache cache = new LinkCache(options);
        Map<URI, LinkOutcome> outcomes = new TreeMap<>();
        List<LinkVisit> visits = new ArrayList<>();
        for (URI address : addresses) {
            cache.find(address)
                    .ifPresentOrElse(
                            outcome -> outcomes.put(address, outcome),
                            () -> visits.add(new LinkVisit(address, options)));
        }
        if (visits.isEmpty()) {
            return outcomes;
        }
        LinkWorkers workers = new LinkWorkers(options, visits, progress);
        try {
            workers.run();
        } finally {
            Map<URI, LinkOutcome> learned = workers.outcomes();
            outcomes.putAll(learned);
            learned.forEach(cache::put);
            cache.save();
        }
        return outcomes;
    }
}
