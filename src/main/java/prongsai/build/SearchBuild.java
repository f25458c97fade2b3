package prongsai.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import prongsai.feeds.MadeFile;
import prongsai.feeds.SearchIndex;
import prongsai.feeds.SearchPages;
import prongsai.feeds.SearchUpdate;
import prongsai.render.SearchDocument;
import prongsai.site.OutputFile;
import prongsai.site.OutputPath;
import prongsai.site.Page;
import prongsai.site.Route;

/**
 * The search index of a build. Where the site stands as the last build left it and its pages keep their numbers, only the
 * lists of words change that have come to a page or left one; else all are made anew.
 */
final class SearchBuild implements AutoCloseable {

    private final SearchPages pages;
    private final Optional<StandingSite> standing;
    private final boolean updates;
    private final SearchIndex index;

    /**
     * @param documents in the order of their numbers
     * @param standing the site as it stands, with an index of ours
     * @param rehearsal whether the bytes of pages cannot be looked at again
     * @param file for what does not fit into memory
     */
    SearchBuild(List<SearchDocument> documents, Optional<StandingSite> standing, boolean rehearsal, Optional<Path> file)
            throws IOException {
        this.pages = new SearchPages(documents);
        this.standing = standing;
        this.updates = !rehearsal && standing.isPresent() && keepsNumbers(standing.get());
        this.index = SearchIndex.of(updates ? 0 : documents.size(), file.filter(f -> !updates));
    }

    private boolean keepsNumbers(StandingSite site) throws IOException {
        List<Route> before = numbered(site);
        boolean same = before.size() <= pages.size()
                && !before.isEmpty()
                && SearchIndex.shards(before.size()) == SearchIndex.shards(pages.size());
        for (int i = 0; same && i < before.size(); i++) {
            same = before.get(i).equals(pages.route(i));
        }
        return same;
    }

    /** The pages of a site's index in the order of their numbers. */
    static List<Route> numbered(StandingSite site) throws IOException {
        List<Route> routes = new ArrayList<>();
        for (int i = 0; site.has(SearchPages.path(i)); i++) {
            routes.addAll(SearchPages.routes(site.read(SearchPages.path(i))));
        }
        return routes;
    }

    /**
     * The parts of a site's index that some of its pages change.
     *
     * @param site as it stands before these pages take their places
     */
    static Map<OutputPath, byte[]> update(StandingSite site, Map<OutputPath, byte[]> pages) throws IOException {
        List<Route> numbered = numbered(site);
        SearchUpdate update = new SearchUpdate(SearchIndex.shards(numbered.size()), site::read);
        for (int number = 0; number < numbered.size(); number++) {
            OutputPath path = new OutputPath(numbered.get(number).file());
            byte[] page = pages.get(path);
            if (page != null) {
                update.change(number, html(site.read(path)), html(page));
            }
        }
        Map<OutputPath, byte[]> lists = new HashMap<>();
        update.files().forEach(file -> lists.put(file.path(), file.bytes()));
        return lists;
    }

    /** Takes a page that was rendered. Called by many threads. */
    void take(Page page, String html) {
        if (!updates) {
            pages.number(page.route()).ifPresent(number -> index.put(number, html));
        }
    }

    @Override
    public void close() {
        index.close();
    }

    /**
     * The files of the index that are others than before, or may be; some at a time, which must be made before the next are
     * asked for.
     *
     * @param files all pages. The parts of the index that stay are added
     */
    Stream<List<MadeFile>> made(List<OutputFile> files) throws IOException {
        if (updates) {
            return Stream.of(pages.files(), updated(files));
        }
        addKept(files);
        return Stream.concat(Stream.of(pages.files()), index.files());
    }

    /** Pages that were not rendered again. */
    private void addKept(List<OutputFile> files) throws IOException {
        Map<OutputPath, OutputFile> byPath = new HashMap<>();
        files.forEach(f -> byPath.put(f.path(), f));
        for (int number = 0; number < pages.size(); number++) {
            OutputFile file = byPath.get(new OutputPath(pages.route(number).file()));
            if (!index.has(number) && file != null) {
                boolean stands = standing.filter(s -> s.has(file)).isPresent();
                index.put(number, stands ? html(standing.get().read(file.path())) : html(file));
            }
        }
    }

    private List<MadeFile> updated(List<OutputFile> files) throws IOException {
        StandingSite site = standing.orElseThrow();
        SearchUpdate update = new SearchUpdate(SearchIndex.shards(pages.size()), site::read);
        Map<OutputPath, Integer> numbers = new HashMap<>();
        for (int i = 0; i < pages.size(); i++) {
            numbers.put(new OutputPath(pages.route(i).file()), i);
        }
        for (OutputFile file : files) {
            Integer number = numbers.get(file.path());
            if (number != null && !site.has(file)) {
                if (site.has(file.path())) {
                    update.change(number, html(site.read(file.path())), html(file));
                } else {
                    update.add(number, html(file));
                }
            }
        }
        List<MadeFile> lists = update.files();
        Set<OutputPath> changed = lists.stream().map(MadeFile::path).collect(Collectors.toSet());
        for (int shard = 0; shard < SearchIndex.shards(pages.size()); shard++) {
            if (!changed.contains(SearchIndex.path(shard))) {
                files.add(site.file(SearchIndex.path(shard)));
            }
        }
        return lists;
    }

    private static String html(OutputFile file) throws IOException {
        try (InputStream in = file.open()) {
            return html(in.readAllBytes());
        }
    }

    private static String html(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
