package prongsai.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import prongsai.bench.Folders.Text;
import prongsai.bench.Notice.Identity;

/**
 * A folder with content, templates and, after a build, the site and the cache of Prongsai.
 *
 * <pre>{@code
 * ProngsaiSite site = new ProngsaiSite(folder, launcher, corpus);
 * site.prepare(templates);
 * stopwatch.time(site.build(), site.folder());
 * }</pre>
 */
public final class ProngsaiSite {

    private static final String SETTINGS = """
            name: เทศบาลตำบลศรีนคร
            nameEnglish: Si Nakhon Subdistrict Municipality
            kind: municipality
            district: เมือง
            province: สุโขทัย
            baseUrl: https://si-nakhon.example/
            numerals: arabic
            colour: "#0b5d4e"
            currentYear: 2568
            contact: {address: 1 ถนนเทศบาล, postcode: "64180", phone: "055-000000", email: saraban@si-nakhon.example}
            units: [%s]
            """;

    private static final String RECORD = """
            ---
            title: "%s"
            kind: %s
            date: %s
            fiscalYear: %s
            unit: "%s"
            summary: "%s"
            discloses: [{topic: %s, components: [%s]}]
            ---

            %s""";

    private final Path folder;
    private final Path launcher;
    private final Corpus corpus;

    ProngsaiSite(Path folder, Path launcher, Corpus corpus) {
        this.folder = folder;
        this.launcher = launcher;
        this.corpus = corpus;
    }

    Path folder() {
        return folder;
    }

    Corpus corpus() {
        return corpus;
    }

    Path content() {
        return folder.resolve("content");
    }

    Path output() {
        return folder.resolve("site");
    }

    /** Where a record is written. */
    Path record(Identity identity) {
        return content().resolve(path(identity));
    }

    /** The published page of a record. */
    static String page(Identity identity) {
        return "announcements/" + identity.fiscalYear() + "/" + identity.slug() + "/index.html";
    }

    Path recordTemplate() {
        return folder.resolve("templates/pages/announcement.ftlh");
    }

    /** Makes the content, and a copy of the templates that can be changed. */
    void prepare(Path templates) throws IOException {
        writeContent(corpus, content());
        Folders.copy(templates, folder.resolve("templates"));
    }

    /** Writes a content folder of records. */
    public static void writeContent(Corpus corpus, Path content) throws IOException {
        Folders.write(
                content.resolve("site.yaml"),
                SETTINGS.formatted(String.join(", ", corpus.words().units())));
        Folders.writeAll(content, corpus.size(), n -> file(corpus, n));
    }

    private static Text file(Corpus corpus, int number) {
        Notice notice = corpus.notice(number, to -> "../" + to.fiscalYear() + "/" + to.slug() + ".md");
        return new Text(path(notice.identity()), text(corpus, notice));
    }

    /** A record as an officer would write it. */
    public static String text(Corpus corpus, Notice notice) {
        Words.Item item = corpus.words().items().get(notice.identity().item());
        return RECORD.formatted(
                notice.identity().title(),
                notice.kind().name(),
                notice.date(),
                "" + notice.identity().fiscalYear(),
                notice.unit(),
                notice.summary(),
                item.topic(),
                item.component(),
                notice.body());
    }

    private static String path(Identity identity) {
        return "announcements/" + identity.fiscalYear() + "/" + identity.slug() + ".md";
    }

    /** The command that builds the site. */
    List<String> build(String... more) {
        List<String> command = new ArrayList<>(List.of(
                launcher.toString(),
                "build",
                "--content",
                "content",
                "--templates",
                "templates",
                "--out",
                "site",
                "--today",
                Corpus.TODAY.toString()));
        command.addAll(List.of(more));
        return command;
    }
}
