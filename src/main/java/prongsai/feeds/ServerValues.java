package prongsai.feeds;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import prongsai.model.WebServer;
import prongsai.site.ContentTypes;
import prongsai.site.MachineFiles;

/** What stands in the file of a web server for the words in double braces. */
final class ServerValues {

    /** Of an asset, after the path of the site: its name ends in twelve digits of its SHA-256. */
    static final String KEPT = "assets/[^/]+-[0-9a-f]{12}\\.[a-z0-9]+";

    /** What a page of ours never asks for, and nothing that gets into one may. */
    private static final String PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    /** What lies beside the files of a site, in the words that IIS needs: it cannot be told of names that begin alike. */
    private static final List<String> BOOKKEEPING =
            List.of(".git", ".prongsai-lock", ".prongsai-manifest.json", ".prongsai-upload");

    private static final Pattern SPECIAL = Pattern.compile("[.+]");

    private ServerValues() {}

    static Map<String, String> of(ServerFile file, WebServer server) {
        String path = file.base().getPath();
        String policy = file.policy().map(p -> p + "; " + ServerFile.FRAMES).orElse(ServerFile.FRAMES);
        Map<String, String> values = new LinkedHashMap<>();
        values.put("host", file.base().getAuthority());
        values.put("base", path);
        values.put("folder", path.substring(0, path.length() - 1));
        values.put("address", file.base().getRawPath());
        values.put("regex", escaped(path));
        values.put("kept", KEPT);
        values.put("files", files().map(name -> '"' + path + name + '"').collect(Collectors.joining(" ")));
        values.put("files-regex", files().map(ServerValues::escaped).collect(Collectors.joining("|")));
        values.put("feed", MachineFiles.FEED);
        values.put("feed-regex", escaped(MachineFiles.FEED));
        values.put("feed-type", ContentTypes.FEED);
        values.put("unknown", ContentTypes.UNKNOWN);
        values.put("text-types", textTypes().collect(Collectors.joining(" ")));
        values.put(
                "text-types-but-html",
                textTypes().filter(type -> !type.equals("text/html")).collect(Collectors.joining(" ")));
        values.put("match", lines("            ", textTypes(), type -> "header Content-Type " + type + "*"));
        values.put("segments", lines("          ", segments(), name -> replaced("segment=\"" + name + "\"", "")));
        values.put("permissions", PERMISSIONS);
        values.put("headers", lines("        ", headers(policy), header -> header));
        values.put("policy", policy);
        values.put("frames", ServerFile.FRAMES);
        values.put("types", types(server));
        values.put("extensions", String.join("|", ContentTypes.byExtension().keySet()));
        return values;
    }

    private static String escaped(String text) {
        return SPECIAL.matcher(text).replaceAll("\\\\$0");
    }

    private static <T> String lines(String indent, Stream<T> items, Function<T, String> line) {
        return items.map(item -> indent + line.apply(item)).collect(Collectors.joining("\n"));
    }

    /** The files of all servers: one that is no longer named may still lie there. */
    private static Stream<String> files() {
        return Arrays.stream(WebServer.values())
                .map(WebServer::file)
                .filter(name -> !name.startsWith("."))
                .sorted();
    }

    private static Stream<String> segments() {
        // IIS hides its own file itself, and would not take it twice.
        return Stream.concat(
                Stream.concat(Stream.of(WebServer.APACHE.file()), BOOKKEEPING.stream()),
                files().filter(name -> !name.equals(WebServer.IIS.file())));
    }

    private static Stream<String> headers(String policy) {
        return Stream.of(
                header("X-Content-Type-Options", "nosniff"),
                header("Referrer-Policy", "strict-origin-when-cross-origin"),
                header("Permissions-Policy", PERMISSIONS),
                header("Content-Security-Policy", policy));
    }

    private static String header(String name, String value) {
        return replaced("name=\"" + name + "\"", " value=\"" + value + "\"");
    }

    /** What the settings above say already must be taken away first, or IIS answers with nothing but errors. */
    private static String replaced(String key, String rest) {
        return "<remove " + key + " /><add " + key + rest + " />";
    }

    private static Stream<String> textTypes() {
        return Stream.concat(ContentTypes.byExtension().values().stream(), Stream.of(ContentTypes.FEED))
                .filter(ContentTypes::isText)
                .distinct()
                .sorted();
    }

    private static String types(WebServer server) {
        Stream<Map.Entry<String, String>> types = ContentTypes.byExtension().entrySet().stream();
        return switch (server) {
            case APACHE ->
                lines("", types, type -> "AddType " + type.getValue() + " ." + type.getKey()) + "\nAddCharset "
                        + ContentTypes.CHARSET + " " + textExtensions();
            case NGINX -> lines("        ", types, type -> type.getValue() + " " + type.getKey() + ";");
            case CADDY ->
                caddyType("/" + MachineFiles.FEED) + "\n"
                        + types.map(type -> caddyType("." + type.getKey())).collect(Collectors.joining("\n"));
            case IIS -> lines("      ", types, ServerValues::iisType);
        };
    }

    private static String textExtensions() {
        return ContentTypes.byExtension().entrySet().stream()
                .filter(type -> ContentTypes.isText(type.getValue()))
                .map(type -> "." + type.getKey())
                .collect(Collectors.joining(" "));
    }

    private static String caddyType(String ending) {
        return "        ~" + escaped(ending) + "$ \"" + ContentTypes.of("a" + ending) + '"';
    }

    private static String iisType(Map.Entry<String, String> type) {
        String extension = "fileExtension=\"." + type.getKey() + "\"";
        return "<remove " + extension + " /><mimeMap " + extension + " mimeType=\""
                + ContentTypes.of("a." + type.getKey()) + "\" />";
    }
}
