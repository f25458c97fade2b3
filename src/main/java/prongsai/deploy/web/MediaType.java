package prongsai.deploy.web;

import java.util.Locale;
import java.util.Set;

/**
 * A content type.
 *
 * @param name such as {@code text/csv}
 * @param charset in lower case; empty where none is said
 */
record MediaType(String name, String charset) {

    private static final Set<String> SCRIPTS = Set.of("text/javascript", "application/javascript");
    private static final Set<String> XML = Set.of("application/xml", "text/xml", "application/atom+xml");

    /** Reads a header; parameters other than {@code charset} say nothing here. */
    static MediaType of(String header) {
        String[] parts = header.toLowerCase(Locale.ROOT).split(";", -1);
        String charset = "";
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.startsWith("charset=")) {
                charset = parameter.substring("charset=".length()).replace("\"", "");
            }
        }
        return new MediaType(parts[0].strip(), charset);
    }

    /**
     * Whether browsers do the same with this type as with the right one. JSON is always UTF-8, XML if it does not say
     * otherwise, and a page says so itself; other texts must be said to be.
     */
    boolean serves(MediaType right) {
        boolean same = name.equals(right.name)
                || (SCRIPTS.contains(name) && SCRIPTS.contains(right.name))
                || (XML.contains(name) && XML.contains(right.name));
        boolean silent = charset.isEmpty()
                && (!right.name.startsWith("text/") || right.name.equals("text/html") || SCRIPTS.contains(right.name));
        return same && (silent || charset.equals(right.charset));
    }
}
