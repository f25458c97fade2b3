package prongsai.feeds;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import prongsai.model.FiscalYear;
import prongsai.render.SearchDocument;
import prongsai.site.OutputFile;
import prongsai.site.OutputPath;
import prongsai.site.Route;
import prongsai.source.JsonOutput;

/**
 * The pages that the search index numbers, the oldest first, so that a new record usually gets the next number and leaves
 * those of all others as they are.
 *
 * <p>Their addresses, titles and dates lie in small files of one line a page ({@code search/pages/0.json}); {@code
 * search/index.json} says how many there are and of which kind and year each one is.
 */
public final class SearchPages {

    private static final int PAGES_A_FILE = 32;
    private static final String FOLDER = "search/pages/";

    private final List<SearchDocument> documents;
    private final Map<Route, Integer> numbers = new HashMap<>();

    /** @param documents in the order of their numbers */
    public SearchPages(List<SearchDocument> documents) {
        this.documents = documents;
        for (SearchDocument document : documents) {
            numbers.put(document.route(), numbers.size());
        }
    }

    public int size() {
        return documents.size();
    }

    /** The number of a page, if it can be found. */
    public Optional<Integer> number(Route route) {
        return Optional.ofNullable(numbers.get(route));
    }

    /** The page of a number. */
    public Route route(int number) {
        return documents.get(number).route();
    }

    /** What the script needs to know of the pages. */
    public List<MadeFile> files() {
        List<MadeFile> files = new ArrayList<>();
        for (int first = 0; first < documents.size(); first += PAGES_A_FILE) {
            List<SearchDocument> part = documents.subList(first, Math.min(first + PAGES_A_FILE, documents.size()));
            files.add(new MadeFile(path(first / PAGES_A_FILE), OutputFile.Kind.FEED, () -> lines(part)));
        }
        files.add(new MadeFile(new OutputPath("search/index.json"), OutputFile.Kind.FEED, this::index));
        return files;
    }

    /** The file that says where the pages from a number on are. */
    public static OutputPath path(int file) {
        return new OutputPath(FOLDER + file + ".json");
    }

    private static byte[] lines(List<SearchDocument> part) {
        List<String> lines = new ArrayList<>();
        for (SearchDocument page : part) {
            lines.add(JsonOutput.small(
                    List.of(page.route().path(), page.title(), String.valueOf(page.kind()), page.date())));
        }
        return ("[\n" + String.join(",\n", lines) + "\n]\n").getBytes(StandardCharsets.UTF_8);
    }

    /** The pages of such a file. */
    public static List<Route> routes(byte[] file) {
        List<Route> routes = new ArrayList<>();
        for (String line : new String(file, StandardCharsets.UTF_8).split("\n", -1)) {
            if (line.startsWith("[\"")) {
                routes.add(new Route(line.substring(2, line.indexOf('"', 2))));
            }
        }
        return routes;
    }

    private byte[] index() {
        StringBuilder kinds = new StringBuilder();
        StringBuilder years = new StringBuilder();
        int same = 0;
        for (int i = 0; i < documents.size(); i++) {
            SearchDocument page = documents.get(i);
            kinds.append(page.kind());
            same++;
            boolean last = i + 1 == documents.size();
            if (last || !documents.get(i + 1).year().equals(page.year())) {
                years.append(years.isEmpty() ? "" : ",")
                        .append('[')
                        .append(year(page))
                        .append(',')
                        .append(same)
                        .append(']');
                same = 0;
            }
        }
        String json = "{\"shards\":" + SearchIndex.shards(documents.size()) + ",\"kinds\":\"" + kinds + "\",\"years\":["
                + years + "]}\n";
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static int year(SearchDocument page) {
        return page.year().map(FiscalYear::year).orElse(0);
    }
}
