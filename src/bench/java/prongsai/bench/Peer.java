package prongsai.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import prongsai.bench.Folders.Text;
import prongsai.bench.Notice.Identity;

/**
 * Another generator that builds the same records with a like layout: {@code src/bench/peers/} has its configuration and
 * templates, and {@code frame.html} what stands around each page of either.
 *
 * @param name with the version
 * @param folder its name under {@code peers}
 * @param frame where the frame goes
 * @param expressions of its template language, by the marks that stand for them in the frame
 * @param command that builds the site into {@code public/}
 */
record Peer(String name, String folder, String frame, Map<String, String> expressions, List<String> command) {

    /** Where a record stands in the index pages of the menu. */
    private static final int[] ITEMS_IN_MENU = {1, 4, 7, 10, 13, 18, 20, 21, 22, 24, 25, 29, 33, 36, 38, 43};

    private static final String RECORD = """
            ---
            title: "%s"
            date: %s
            fiscal_year: %s
            oit: "%s"
            fiscal_years: ["%s"]
            oits: ["%s"]
            department: "%s"
            topics: [%s]
            summary: "%s"
            ---

            %s""";

    static final String OUTPUT = "public";

    /** Hugo as it is installed. */
    static Optional<Peer> hugo(Path work) {
        return Machine.ask(work, List.of("hugo", "version"))
                .map(answer -> answer.replaceFirst("^hugo v?([0-9.]+).*$", "Hugo $1"))
                .map(name -> new Peer(
                        name,
                        "hugo",
                        "layouts/_default/baseof.html",
                        Map.of(
                                "@title@", "{{ .Title }}",
                                "@summary@", "{{ or .Params.summary .Title }}",
                                "@address@", "{{ .RelPermalink }}",
                                "@main@", "{{ block \"main\" . }}{{ end }}"),
                        List.of("hugo")));
    }

    /** Eleventy, installed into the work folder, where its configuration finds it. */
    static Optional<Peer> eleventy(Path work) {
        Optional<String> installed = Machine.ask(
                work,
                List.of(
                        "npm",
                        "install",
                        "--prefix",
                        work.toString(),
                        "--no-audit",
                        "--no-fund",
                        "--ignore-scripts",
                        "@11ty/eleventy@3.1.8",
                        "markdown-it-footnote@4.0.0"));
        String program = work.resolve("node_modules/.bin/eleventy").toString();
        return installed
                .flatMap(done -> Machine.ask(work, List.of(program, "--version")))
                .map(version -> new Peer(
                        "Eleventy " + version,
                        "eleventy",
                        "_includes/frame.njk",
                        Map.of(
                                "@title@", "{{ title or chunk.title }}",
                                "@summary@", "{{ summary or title or chunk.title }}",
                                "@address@", "{{ page.url }}",
                                "@main@", "{% block main %}{% endblock %}"),
                        List.of(program, "--quiet")));
    }

    /** Makes a folder that the peer can build. */
    void prepare(Path site, Path peers, Corpus corpus) throws IOException {
        Folders.copy(peers.resolve(folder), site);
        Folders.write(site.resolve(frame), frame(Files.readString(peers.resolve("frame.html")), corpus.words()));
        Folders.writeAll(site.resolve("content/records"), corpus.size(), n -> file(corpus, n));
    }

    private String frame(String template, Words words) {
        String years = IntStream.rangeClosed(Corpus.FIRST_YEAR, Corpus.LAST_YEAR)
                .mapToObj(year -> menu("fiscal_years/" + year, "ปีงบประมาณ พ.ศ. " + year, ""))
                .collect(Collectors.joining("\n"));
        String items = Arrays.stream(ITEMS_IN_MENU)
                .mapToObj(n -> {
                    String name = words.items().get(n - 1).name();
                    String shortName = name.substring(0, Math.min(18, name.length()));
                    return menu("oits/o" + n, "O" + n + " " + shortName, " title=\"" + name + "\"");
                })
                .collect(Collectors.joining("\n"));
        List<String> units = new ArrayList<>();
        for (String unit : words.units()) {
            units.add("<li><a href=\"/units/" + units.size() + "/\">" + unit + "</a></li>");
        }
        String page = template.replace("@years@", years)
                .replace("@items@", items)
                .replace("@units@", String.join("\n", units));
        for (Map.Entry<String, String> expression : expressions.entrySet()) {
            page = page.replace(expression.getKey(), expression.getValue());
        }
        return page;
    }

    private static String menu(String path, String label, String attributes) {
        return "<li class=\"menu-entry\"><a class=\"menu-link\" href=\"/" + path + "/\"" + attributes + ">" + label
                + "</a></li>";
    }

    private static Text file(Corpus corpus, int number) {
        Notice notice = corpus.notice(number, to -> "/records/" + to.fiscalYear() + "/" + to.slug() + "/");
        Identity identity = notice.identity();
        String year = "" + identity.fiscalYear();
        String item = "O" + (identity.item() + 1);
        String topics = notice.tags().stream().map(tag -> "\"" + tag + "\"").collect(Collectors.joining(", "));
        return new Text(
                year + "/" + identity.slug() + ".md",
                RECORD.formatted(
                        identity.title(),
                        notice.date(),
                        year,
                        item,
                        year,
                        item,
                        notice.unit(),
                        topics,
                        notice.summary(),
                        notice.body()));
    }
}
