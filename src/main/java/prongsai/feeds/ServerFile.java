package prongsai.feeds;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import prongsai.model.Agency;
import prongsai.model.WebServer;
import prongsai.site.OutputFile;
import prongsai.site.OutputPath;
import prongsai.source.StableName;

/**
 * The file by which a web server serves a built site right: {@code .htaccess} of Apache, {@code web.config} of IIS, and one
 * to include for nginx and Caddy.
 *
 * <p>They are kept as texts under {@code server/} of the program. A paragraph names what it sees to, such as
 * {@code [caching]}; what depends on the site stands in double braces, and a line that begins with {@code @https} or
 * {@code @path} is for sites whose address begins with {@code https}, or has a path.
 *
 * @param base the address of the site, which ends in {@code /}; letters, digits and {@code . _ ~ -} alone are in its path
 * @param policy the Content Security Policy of the pages; empty where they have none, or not one that could be a header
 */
public record ServerFile(URI base, Optional<String> policy) {

    /** Asked of every browser, for everything: nobody else may show a page in a frame (UI redressing). */
    public static final String FRAMES = "frame-ancestors 'self'";

    /** What browsers are told of a file whose name tells its bytes ({@code Cache-Control}, RFC 9111). */
    public static final String KEPT_FOR_EVER = "public, max-age=31536000, immutable";

    /** What they are told of any other: kept, but asked for anew, so that they show what stands there now. */
    public static final String ASKED_ANEW = "no-cache";

    private static final Pattern KEPT = Pattern.compile(ServerValues.KEPT);

    private static final String HTTPS_ALONE = "@https";
    private static final String PATH_ALONE = "@path";

    /** The file of the server that the agency names. */
    static Optional<MadeFile> of(Agency agency, Optional<String> policy) {
        ServerFile file = new ServerFile(agency.baseUrl(), policy);
        // After the pages, one of which it names.
        return agency.server()
                .map(s -> new MadeFile(
                        new OutputPath(s.file()),
                        OutputFile.Kind.FEED,
                        () -> file.text(s).getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether a file of a site is one of these, which a server reads and shows to nobody. */
    public static boolean isOne(OutputPath path) {
        return Arrays.stream(WebServer.values()).anyMatch(s -> s.file().equals(path.text()));
    }

    /** Whether the name of a file tells its bytes. */
    public static boolean isKept(String path) {
        return KEPT.matcher(path).matches();
    }

    /** The whole file. */
    public String text(WebServer server) {
        boolean https = "https".equals(base.getScheme());
        boolean path = base.getPath().length() > 1;
        String text = read(server)
                .lines()
                .filter(line -> https || !line.startsWith(HTTPS_ALONE))
                .filter(line -> path || !line.startsWith(PATH_ALONE))
                .map(line -> without(HTTPS_ALONE, without(PATH_ALONE, line)))
                .collect(Collectors.joining("\n", "", "\n"));
        for (Map.Entry<String, String> value : ServerValues.of(this, server).entrySet()) {
            text = text.replace("{{" + value.getKey() + "}}", value.getValue());
        }
        return text;
    }

    private static String without(String mark, String line) {
        return line.startsWith(mark) ? line.substring(Math.min(mark.length() + 1, line.length())) : line;
    }

    private static String read(WebServer server) {
        String name = "/server/" + (server == WebServer.APACHE ? "htaccess" : server.file());
        try (InputStream in = ServerFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no text " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** The lines of the file that see to these; for nginx and Caddy those that need it in one block, after the others. */
    public List<String> lines(WebServer server, Set<ServerConcern> concerns) {
        List<String> outside = new ArrayList<>();
        List<String> inside = new ArrayList<>();
        for (String paragraph : text(server).split("\n\\s*\n", -1)) {
            List<String> lines = paragraph
                    .lines()
                    .dropWhile(line -> concerns.stream().noneMatch(c -> line.contains("[" + StableName.of(c) + "]")))
                    .toList();
            if (!lines.isEmpty() && lines.get(0).startsWith("    #")) {
                // The block's own end is not the paragraph's.
                lines.stream().filter(line -> line.startsWith(" ")).forEach(inside::add);
            } else {
                outside.addAll(lines);
            }
        }
        if (!inside.isEmpty()) {
            outside.add(
                    server == WebServer.NGINX
                            ? "location \"" + base.getPath() + "\" {"
                            : "handle \"" + base.getPath() + "*\" {");
            outside.addAll(inside);
            outside.add("}");
        }
        return List.copyOf(outside);
    }
}
