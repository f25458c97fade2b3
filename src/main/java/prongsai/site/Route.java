package prongsai.site;

import java.util.Optional;

/**
 * The place of a page in the site: {@code announcements/2563/no-gift/}, the empty string for the home page, or a file
 * such as {@code 404.html}. Folders end in a slash and are served from their {@code index.html}.
 *
 * @param path from the top of the site, without a leading slash
 */
public record Route(String path) implements Comparable<Route> {

    public static final Route HOME = new Route("");

    private static final String INDEX = "index.html";

    public Route {
        if (!isRoute(path)) {
            throw new IllegalArgumentException("not a route: " + path);
        }
    }

    private static boolean isRoute(String path) {
        return !path.startsWith("/") && !path.contains("//") && !("/" + path + "/").contains("/../");
    }

    /** The page that is in a file, if there is one. */
    static Optional<Route> ofFile(String file) {
        boolean index = file.equals(INDEX) || file.endsWith("/" + INDEX);
        String path = index ? file.substring(0, file.length() - INDEX.length()) : file;
        return isRoute(path) ? Optional.of(new Route(path)) : Optional.empty();
    }

    /** The folder {@code path}, written without its last slash. */
    public static Route of(String path) {
        return new Route(path + "/");
    }

    /** The file that holds the page. */
    public String file() {
        return path.isEmpty() || path.endsWith("/") ? path + INDEX : path;
    }

    /** The way from this page to the top of the site: {@code ../../}, or nothing for the home page. */
    public String root() {
        int depth = 0;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            depth++;
        }
        return "../".repeat(depth);
    }

    /** How this page links to another: relative, so that the site works under any path. */
    public String linkTo(Route target) {
        String link = root() + target.path;
        return link.isEmpty() ? "./" : link;
    }

    /** How this page links to a file of the site. */
    public String linkToFile(String file) {
        return root() + file;
    }

    @Override
    public int compareTo(Route other) {
        return path.compareTo(other.path);
    }

    @Override
    public String toString() {
        return "/" + path;
    }
}
