package prongsai.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import prongsai.site.Fingerprint;
import prongsai.site.OutputFile;
import prongsai.site.OutputPath;

/**
 * A small site whose pages link to each other, to data and to a fingerprinted asset, all of which it has. Every file ends
 * with its own checksum, so that half a file is found by whoever reads it.
 */
public record LinkedSite(SortedMap<String, String> files) {

    private static final Pattern LINK = Pattern.compile("href=\"([^\"]+)\"");
    private static final Pattern WHOLE = Pattern.compile("(.*)\\[([0-9a-f]{64})]\n", Pattern.DOTALL);

    private static final List<String> PAGES = List.of(
            "404.html",
            "about/index.html",
            "ita/2562/index.html",
            "ita/index.html",
            "news/2563/a/index.html",
            "news/2563/b/index.html",
            "news/index.html",
            "z.html");
    private static final List<String> DATA = List.of("data/items.csv", "files/notice.pdf", "feed.xml");

    /** A random site; the same seed gives the same one. Two of them share about half of their files. */
    public static LinkedSite random(long seed) {
        Random random = new Random(seed);
        List<String> pages = some(PAGES, random);
        List<String> data = some(DATA, random);
        pages.add("index.html");
        return build(pages, data, random, 0);
    }

    /** One of the versions of a larger site: most pages stay, some come, go and change. */
    public static LinkedSite large(int version, int size) {
        Random random = new Random(version);
        List<String> pages = new ArrayList<>(List.of("index.html"));
        for (int i = 0; i < size; i++) {
            if (i % 3 != version % 3) {
                pages.add("p" + i / 10 + "/q" + i + "/index.html");
            }
        }
        return build(pages, new ArrayList<>(DATA), random, 4_000);
    }

    /** A site of just these pages and their links; what the version is makes the bytes differ. */
    public static LinkedSite of(int version, Map<String, List<String>> links) {
        TreeMap<String, String> files = new TreeMap<>();
        links.forEach((page, targets) -> {
            StringBuilder html = new StringBuilder("<html>" + version);
            targets.forEach(target -> html.append("<a href=\"").append(target).append("\">"));
            files.put(page, sealed(html + "</html>"));
        });
        return new LinkedSite(files);
    }

    private static LinkedSite build(List<String> pages, List<String> data, Random random, int padding) {
        TreeMap<String, String> files = new TreeMap<>();
        String style = sealed("/* style " + random.nextInt(3) + " */");
        String asset = "assets/style." + Fingerprint.of(bytes(style)).sha256().substring(0, 8) + ".css";
        files.put(asset, style);
        for (String path : data) {
            files.put(path, sealed("data " + random.nextInt(3)));
        }
        for (String path : pages) {
            // One digit tells two versions apart, so that their sizes are often the same.
            StringBuilder html = new StringBuilder("<html>" + random.nextInt(3) + " ".repeat(padding));
            html.append("<link href=\"").append(asset).append("\">");
            List<String> links = padding > 0 ? List.of(pages.get(random.nextInt(pages.size())), "feed.xml") : List.of();
            for (String link : padding > 0 ? links : some(pages, random)) {
                html.append("<a href=\"").append(link).append("\">");
            }
            for (String link : some(data, random)) {
                html.append("<a href=\"").append(link).append("\">");
            }
            if (path.equals("index.html") && padding > 0) {
                pages.forEach(page -> html.append("<a href=\"").append(page).append("\">"));
            }
            files.put(path, sealed(html + "</html>"));
        }
        return new LinkedSite(files);
    }

    private static List<String> some(List<String> all, Random random) {
        List<String> some = new ArrayList<>();
        for (String one : all) {
            if (random.nextBoolean()) {
                some.add(one);
            }
        }
        return some;
    }

    private static String sealed(String text) {
        return text + "[" + Fingerprint.of(bytes(text)).sha256() + "]\n";
    }

    List<OutputFile> stageOn(Stage stage) throws PublishFailure {
        List<OutputFile> staged = new ArrayList<>();
        for (var file : files.entrySet()) {
            staged.add(stage.write(new OutputPath(file.getKey()), kind(file.getKey()), bytes(file.getValue())));
        }
        return staged;
    }

    private static OutputFile.Kind kind(String path) {
        if (path.endsWith(".html")) {
            return OutputFile.Kind.PAGE;
        }
        if (path.endsWith(".xml")) {
            return OutputFile.Kind.FEED;
        }
        return path.startsWith("assets/") ? OutputFile.Kind.ASSET : OutputFile.Kind.DATA;
    }

    /** What is wrong with the site that stands in a folder: half a file, or a link of a reachable page to nothing. */
    public static List<String> faults(Path folder) {
        List<String> faults = new ArrayList<>();
        SortedMap<String, String> found = tree(folder);
        found.forEach((path, text) -> {
            if (path.matches("[^.]*\\.(html|xml|csv|pdf|[0-9a-f]{8}\\.css)") && !isWhole(text)) {
                faults.add("not whole: " + path);
            }
        });
        Deque<String> toVisit = new ArrayDeque<>();
        TreeSet<String> seen = new TreeSet<>();
        if (found.containsKey("index.html")) {
            toVisit.add("index.html");
        }
        while (!toVisit.isEmpty()) {
            String page = toVisit.remove();
            Matcher link = LINK.matcher(found.get(page));
            while (link.find()) {
                if (!found.containsKey(link.group(1))) {
                    faults.add(page + " leads to " + link.group(1) + ", which is not there");
                } else if (seen.add(link.group(1))) {
                    toVisit.add(link.group(1));
                }
            }
        }
        return faults;
    }

    private static boolean isWhole(String text) {
        Matcher matcher = WHOLE.matcher(text);
        return matcher.matches()
                && Fingerprint.of(bytes(matcher.group(1))).sha256().equals(matcher.group(2));
    }

    /** Every file and folder: files with their bytes, links with what they name, folders that hold nothing as such. */
    public static SortedMap<String, String> tree(Path folder) {
        TreeMap<String, String> tree = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder, new FileVisitOption[0])) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                String name = folder.relativize(path).toString();
                if (Files.isSymbolicLink(path)) {
                    tree.put(name, "-> " + Files.readSymbolicLink(path));
                } else if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                    tree.put(name, Files.readString(path, StandardCharsets.ISO_8859_1));
                } else if (isEmpty(path)) {
                    tree.put(name + "/", "");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tree;
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.findAny().isEmpty();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
