package prongsai.deploy.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import prongsai.feeds.ServerFile;
import prongsai.site.OutputPath;

/**
 * Which files of a site are asked for, and their addresses. Of the same site and the same changes it is always the same
 * choice.
 */
final class WebSample {

    /** Changed files in a sample. */
    private static final int MOST_CHANGED = 40;

    /** Files that are like none before them. */
    private static final int MOST_OTHERS = 80;

    private static final String INDEX = "index.html";
    private static final Pattern KEPT = Pattern.compile("assets/[^/]+-[0-9a-f]{12}\\.[a-z0-9]+");

    private final WebCheckOptions options;

    WebSample(WebCheckOptions options) {
        this.options = options;
    }

    /** The home page first. */
    List<OutputPath> files() {
        List<OutputPath> all = options.site().files().keySet().stream()
                .filter(WebSample::isForVisitors)
                .toList();
        Set<OutputPath> chosen = new LinkedHashSet<>();
        all.stream().filter(path -> path.text().equals(INDEX)).forEach(chosen::add);
        if (options.all()) {
            chosen.addAll(all);
            return List.copyOf(chosen);
        }
        new TreeSet<>(options.changed())
                .stream()
                        .filter(path -> options.site().owns(path) && isForVisitors(path))
                        .limit(MOST_CHANGED)
                        .forEach(chosen::add);
        Set<String> kinds = new HashSet<>();
        List<OutputPath> others = new ArrayList<>();
        for (OutputPath path : all) {
            if (kinds.add(kind(path))) {
                others.add(path);
            }
        }
        others.stream().limit(MOST_OTHERS).forEach(chosen::add);
        return List.copyOf(chosen);
    }

    /** A server is to hide what begins with a dot, but for what the web knows. */
    private static boolean isForVisitors(OutputPath path) {
        return !ServerFile.isOne(path)
                && (!path.text().startsWith(".") || path.text().startsWith(".well-known/"));
    }

    /** Files of one kind lie in one section of the site and have one extension; assets are few, and every page needs them. */
    private static String kind(OutputPath path) {
        String text = path.text();
        if (KEPT.matcher(text).matches()) {
            return text;
        }
        int slash = text.indexOf('/');
        String section = slash < 0 ? text.equals(INDEX) ? "" : text : text.substring(0, slash);
        boolean front = text.equals(section + "/" + INDEX);
        return section + (front ? "/" : "") + text.substring(text.lastIndexOf('.'));
    }

    /** The address of a file from the top of the site, as visitors know it: of a folder's page the folder's. */
    static String address(OutputPath path) {
        String text = path.text();
        boolean index = text.equals(INDEX) || text.endsWith("/" + INDEX);
        return index ? text.substring(0, text.length() - INDEX.length()) : text;
    }

    /** Whether the name of a file tells its bytes, so that browsers may keep it for ever. */
    static boolean isKept(OutputPath path) {
        return KEPT.matcher(path.text()).matches();
    }
}
