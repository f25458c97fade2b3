package prongsai.render;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import prongsai.model.Agency;
import prongsai.model.Numerals;

/**
 * The shared files of a site under names that carry a fingerprint of their content, so that a browser may keep them for
 * ever and a changed file is never mistaken for the old one.
 *
 * @param stylesheet published path of the stylesheet of all pages
 * @param figures published path of what pages of figures need besides
 * @param searchStyle the same of the search page
 * @param script published path of the one script
 * @param search published path of the search page's own script
 * @param icon published path of the icon
 * @param preload published paths of the fonts to fetch early
 * @param files content of every file by its published path
 */
public record SiteAssets(
        String stylesheet,
        String figures,
        String searchStyle,
        String script,
        String search,
        String icon,
        List<String> preload,
        SortedMap<String, byte[]> files) {

    private static final String FOLDER = "assets/";
    private static final String SCRIPT = "assets/js/site.js";
    private static final String SEARCH = "assets/js/search.js";
    private static final String ICON = "layouts/icon.ftlh";
    /** All of them early: one that comes late is left out, and then a heading has another face than its text. */
    private static final String FONT = ".woff2";

    /** What the icon's template shows. */
    public record IconView(String initials, String colour) {}

    /**
     * Makes the shared files.
     *
     * @throws IOException if a template file cannot be read
     * @throws RenderException if the icon's template is wrong
     */
    public static SiteAssets of(TemplateFiles templates, TemplateEngine engine, Agency agency)
            throws IOException, RenderException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        StyleSheet.Values values = new StyleSheet.Values(
                Accent.of(agency.colour()),
                agency.numerals() == Numerals.THAI,
                agency.name(),
                shortAddress(agency.baseUrl()));
        Map<String, String> published = new TreeMap<>();
        List<String> sheets = new ArrayList<>();
        for (String entry : List.of(StyleSheet.SITE, StyleSheet.FIGURES, StyleSheet.SEARCH)) {
            StyleSheet sheet = StyleSheet.assemble(templates, entry, values);
            for (String asset : sheet.assets()) {
                published.put(asset, add(files, asset, templates.read(asset)));
            }
            String css = sheet.withAddresses(
                    asset -> published.getOrDefault(asset, asset).substring(FOLDER.length()));
            sheets.add(add(files, entry, css.getBytes(StandardCharsets.UTF_8)));
        }
        List<String> preload = new ArrayList<>();
        published.forEach((asset, path) -> {
            if (asset.endsWith(FONT)) {
                preload.add(path);
            }
        });
        return new SiteAssets(
                sheets.get(0),
                sheets.get(1),
                sheets.get(2),
                add(files, "site.js", templates.read(SCRIPT)),
                add(files, "search.js", templates.read(SEARCH)),
                add(files, "icon.svg", icon(engine, agency).getBytes(StandardCharsets.UTF_8)),
                preload,
                files);
    }

    /** An address as it is typed: without its scheme and the slash at its end. */
    private static String shortAddress(URI address) {
        return address.getRawAuthority() + address.getRawPath().replaceFirst("/$", "");
    }

    private static String icon(TemplateEngine engine, Agency agency) throws IOException, RenderException {
        StringWriter svg = new StringWriter();
        engine.render(ICON, new IconView(Initials.of(agency.name()), agency.colour()), svg);
        return svg.toString();
    }

    private static String add(SortedMap<String, byte[]> files, String source, byte[] content) {
        String name = source.substring(source.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        String path = FOLDER + name.substring(0, dot) + "-" + fingerprint(content) + name.substring(dot);
        files.put(path, content);
        return path;
    }

    private static String fingerprint(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
