package prongsai.render;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stylesheet of the site, such as {@code assets/css/site.css}, with every {@code @import} replaced by the file it names
 * (the order of the imports is the order of the rules), {@code values.css} by the values of this site, and everything that
 * only people need taken out.
 *
 * @param text the rules; an address in them is a path below the template folder
 * @param assets the files that the rules need (fonts, images), as such paths, each once, in order of first use
 */
public record StyleSheet(String text, List<String> assets) {
    /** For every page. */
    public static final String SITE = "assets/css/site.css";
    /** For pages of figures: charts and tables of scores. */
    public static final String FIGURES = "assets/css/figures.css";
    /** For the search page. */
    public static final String SEARCH = "assets/css/search.css";

    private static final String VALUES = "assets/css/values.css";
    private static final Pattern IMPORT = Pattern.compile("@import\\s+\"([^\"]+)\"\\s*;");
    private static final Pattern URL = Pattern.compile("url\\(\"([^\"]+)\"\\)");

    public StyleSheet {
        assets = List.copyOf(assets);
    }

    /**
     * What differs from site to site.
     *
     * @param thaiNumerals whether page numbers on paper are written in Thai digits
     * @param agency printed at the head of every sheet but the first, which has a head of its own
     * @param address the site's, printed at the foot of every sheet
     */
    public record Values(Accent accent, boolean thaiNumerals, String agency, String address) {}

    /**
     * Assembles a stylesheet.
     *
     * @param entry the file that it begins with
     * @throws IOException if a file that is imported cannot be read
     */
    public static StyleSheet assemble(TemplateFiles files, String entry, Values values) throws IOException {
        StringBuilder all = new StringBuilder();
        Set<String> assets = new LinkedHashSet<>();
        append(files, entry, values, all, assets);
        return new StyleSheet(minified(all), List.copyOf(assets));
    }

    /**
     * The rules with the final address of every asset.
     *
     * @param addressOf from a path such as {@code assets/fonts/sarabun-thai-400.woff2} to its published address,
     *     relative to the stylesheet's own
     */
    public String withAddresses(UnaryOperator<String> addressOf) {
        return URL.matcher(text).replaceAll(m -> quoted("url(\"" + addressOf.apply(m.group(1)) + "\")"));
    }

    private static void append(TemplateFiles files, String path, Values values, StringBuilder all, Set<String> assets)
            throws IOException {
        String css = path.equals(VALUES) ? valuesOf(values) : files.readText(path);
        int end = 0;
        for (MatchResult m : IMPORT.matcher(css).results().toList()) {
            all.append(located(css.substring(end, m.start()), path, assets));
            append(files, resolved(path, m.group(1)), values, all, assets);
            end = m.end();
        }
        all.append(located(css.substring(end), path, assets));
    }

    private static String located(String css, String path, Set<String> assets) {
        return URL.matcher(css).replaceAll(m -> {
            String asset = resolved(path, m.group(1));
            assets.add(asset);
            return quoted("url(\"" + asset + "\")");
        });
    }

    private static String quoted(String replacement) {
        return Matcher.quoteReplacement(replacement);
    }

    private static String resolved(String from, String relative) {
        return URI.create(from).resolve(relative).toString();
    }

    private static String valuesOf(Values values) {
        Accent accent = values.accent();
        String style = values.thaiNumerals() ? ", thai" : "";
        return String.format(
                Locale.ROOT,
                """
                :root { --accent: %s; --accent-text: %s; --accent-deep: %s; --accent-mid: %s; --accent-soft: %s; --digits: %s; }
                @page {
                  @top-left { content: %s; }
                  @bottom-left { content: %s; }
                  @bottom-right { content: "หน้า " counter(page%s) " จาก " counter(pages%s); }
                }
                """,
                accent.base(),
                accent.text(),
                accent.deep(),
                accent.mid(),
                accent.soft(),
                values.thaiNumerals() ? "thai" : "decimal",
                string(values.agency()),
                string(values.address()),
                style,
                style);
    }

    /** A CSS string: quotes, backslashes and control characters as escapes. */
    static String string(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c < 0x20 || c == 0x7f || c == '"' || c == '\\' || c == '<') {
                out.append('\\').append(Integer.toHexString(c)).append(' ');
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.append('"').toString();
    }

    /** Drops comments and every space that does not part two words; strings stay as they are. */
    private static String minified(CharSequence css) {
        StringBuilder out = new StringBuilder(css.length());
        int i = 0;
        while (i < css.length()) {
            char c = css.charAt(i);
            if (c == '/' && i + 1 < css.length() && css.charAt(i + 1) == '*') {
                i = endOfComment(css, i);
            } else if (c == '"') {
                int end = endOfString(css, i);
                out.append(css, i, end);
                i = end;
            } else if (Character.isWhitespace(c)) {
                i++;
                if (out.length() > 0 && " {};,>:".indexOf(out.charAt(out.length() - 1)) < 0) {
                    out.append(' ');
                }
            } else {
                if ("{},;>".indexOf(c) >= 0) {
                    dropLast(out, ' ');
                }
                if (c == '}') {
                    dropLast(out, ';');
                }
                out.append(c);
                i++;
            }
        }
        return out.append('\n').toString();
    }

    private static void dropLast(StringBuilder out, char unwanted) {
        if (out.length() > 0 && out.charAt(out.length() - 1) == unwanted) {
            out.setLength(out.length() - 1);
        }
    }

    private static int endOfComment(CharSequence css, int start) {
        int end = css.toString().indexOf("*/", start + 2);
        return end < 0 ? css.length() : end + 2;
    }

    private static int endOfString(CharSequence css, int start) {
        int i = start + 1;
        while (i < css.length() && css.charAt(i) != '"') {
            i += css.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i + 1, css.length());
    }
}
