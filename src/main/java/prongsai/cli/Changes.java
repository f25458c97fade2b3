package prongsai.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import prongsai.publish.PublishReport;
import prongsai.site.OutputPath;

/** What a build changed, or would change, in the officer's words: pages, and apart from them all other files. */
record Changes(PublishReport report) {

    private static final String INDEX = "index.html";

    /** One change of one kind, {@code count} times. */
    private record Part(String kind, long count) {}

    /** An address with the sign of what happens there. */
    private record Line(String sign, String address) {}

    /** Such as {@code 3 pages changed, 1 added; 1 other file changed}; what does not happen is not spoken of. */
    String words(Messages messages) {
        Optional<String> pages = group(messages, "pages", true);
        Optional<String> files = group(messages, "files", false);
        if (pages.isPresent() && files.isPresent()) {
            return messages.text("changes-both", pages.get(), files.get());
        }
        return pages.or(() -> files).orElseGet(() -> messages.text("changes-none"));
    }

    private Optional<String> group(Messages messages, String noun, boolean pages) {
        List<Part> parts = new ArrayList<>(List.of(
                new Part("changed", count(report.changed(), pages)),
                new Part("added", count(report.added(), pages)),
                new Part("removed", count(report.removed(), pages))));
        parts.removeIf(part -> part.count() == 0);
        List<String> said = new ArrayList<>();
        for (Part part : parts) {
            // The noun stands once, with the first number.
            String form = said.isEmpty() ? part.count() == 1 ? ".one" : "" : ".more";
            String counted = messages.text("changes." + noun + form, part.count());
            said.add(messages.text("changes." + part.kind(), counted));
        }
        return said.stream().reduce((one, other) -> messages.text("changes-list", one, other));
    }

    private static long count(List<OutputPath> paths, boolean pages) {
        return paths.stream().filter(path -> isPage(path) == pages).count();
    }

    private static boolean isPage(OutputPath path) {
        return path.text().endsWith(".html");
    }

    /**
     * One line for each: {@code +} new, {@code ~} changed, {@code -} deleted, and the address on the website, in the order
     * of the addresses.
     *
     * @param basePath the path that the site lives under
     */
    List<String> lines(String basePath) {
        return Stream.of(lines("+", report.added()), lines("~", report.changed()), lines("-", report.removed()))
                .flatMap(lines -> lines)
                .sorted(Comparator.comparing(Line::address))
                .map(line -> line.sign() + " " + basePath + line.address())
                .toList();
    }

    private static Stream<Line> lines(String sign, List<OutputPath> paths) {
        return paths.stream().map(path -> new Line(sign, address(path)));
    }

    private static String address(OutputPath path) {
        boolean index = path.text().equals(INDEX) || path.text().endsWith("/" + INDEX);
        return index ? path.text().substring(0, path.text().length() - INDEX.length()) : path.text();
    }
}
