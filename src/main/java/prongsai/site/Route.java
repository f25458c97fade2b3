package prongsai.site;

/**
 * The place of a page in the site: {@code announcements/2563/no-gift/}, the empty string for the home page, or a file
 * such as {@code 404.html}. Folders end in a slash and are served from their {@code index.html}.
 *
 * @param path from the top of the site, without a leading slash
 */
public record Route(String path) implements Comparable<Route> {

    public static final Route HOME = new Route("");

    public Route {
        if (path.startsWith("/") || path.contains("//") || ("/" + path + "/").contains("/../")) {
            throw new IllegalArgumentException("not a route: " + path);
        }
    }

    /** The folder {@code path}, written without its last slash. */
    public static Route of(String path) {
        return new Route(path + "/");
    }

    /** The file that holds the page. */
    public String file() {
        return path.isEmpty() || path.endsWith("/") ? path + "index.html" : path;
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
