package prongsai.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** A site as a citizen meets it: what can be reached from its first page has to be there. */
final class WholeSite {

    private static final Pattern STYLE_URL = Pattern.compile("url\\(\"?([^\")]+)\"?\\)");

    private final Path folder;
    private final Set<String> seen = new TreeSet<>();
    private final Deque<String> toVisit = new ArrayDeque<>();
    private final List<String> dead = new ArrayList<>();

    private WholeSite(Path folder) {
        this.folder = folder;
    }

    /** Links and assets that lead nowhere, of all that can be reached from the first page; none where there is none. */
    static List<String> deadLinks(Path folder) throws IOException {
        WholeSite site = new WholeSite(folder);
        if (Files.exists(folder.resolve("index.html"))) {
            site.reach("", "index.html");
        }
        while (!site.toVisit.isEmpty()) {
            site.visit(site.toVisit.remove());
        }
        return site.dead;
    }

    /** How many files can be reached. */
    static int reachable(Path folder) throws IOException {
        WholeSite site = new WholeSite(folder);
        site.reach("", "index.html");
        while (!site.toVisit.isEmpty()) {
            site.visit(site.toVisit.remove());
        }
        return site.seen.size();
    }

    private void visit(String file) throws IOException {
        String text = Files.readString(folder.resolve(file), StandardCharsets.ISO_8859_1);
        if (file.endsWith(".html")) {
            for (Element element : Jsoup.parse(text).select("[href], [src]")) {
                reach(file, element.hasAttr("href") ? element.attr("href") : element.attr("src"));
            }
        } else if (file.endsWith(".css")) {
            Matcher url = STYLE_URL.matcher(text);
            while (url.find()) {
                reach(file, url.group(1));
            }
        }
    }

    private void reach(String from, String link) {
        String path = link.replaceFirst("[?#].*", "");
        if (path.isEmpty() || path.matches("[a-z]+:.*")) {
            return;
        }
        Path page = Path.of(from).getParent();
        Path target = (page == null ? Path.of("") : page).resolve(path).normalize();
        String file = path.endsWith("/") || path.equals(".") || path.endsWith("..")
                ? target.resolve("index.html").toString()
                : target.toString();
        file = file.startsWith("/") ? file.substring(1) : file;
        if (!Files.isRegularFile(folder.resolve(file))) {
            dead.add(from + " leads to " + link + ", which is not there");
        } else if (seen.add(file)) {
            toVisit.add(file);
        }
    }
}
