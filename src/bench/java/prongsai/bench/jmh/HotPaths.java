package prongsai.bench.jmh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import prongsai.bench.Corpus;
import prongsai.bench.Folders;
import prongsai.bench.ProngsaiSite;
import prongsai.content.Content;
import prongsai.content.ContentReader;
import prongsai.disclosure.Catalogues;
import prongsai.feeds.SearchIndex;
import prongsai.model.Numerals;
import prongsai.render.ImageTarget;
import prongsai.render.LinkResolver;
import prongsai.render.LinkTarget;
import prongsai.render.MarkdownHtml;
import prongsai.render.MarkdownOptions;
import prongsai.render.MarkdownRenderer;
import prongsai.render.PageRenderer;
import prongsai.render.RenderException;
import prongsai.render.SiteAssets;
import prongsai.render.TemplateEngine;
import prongsai.render.TemplateFiles;
import prongsai.site.Page;
import prongsai.site.Site;
import prongsai.source.FrontMatter;
import prongsai.source.ProblemCode;
import prongsai.source.Problems;
import prongsai.source.SourceFile;
import prongsai.source.TextBlock;

/** The work on one record, or one page, each time on the next of a few hundred. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class HotPaths {

    private static final int RECORDS = 200;
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 30);

    private final MarkdownRenderer markdown = new MarkdownRenderer();
    private Sample sample = new Sample(List.of(), List.of(), List.of(), List.of());
    private SearchIndex index = SearchIndex.of(1, Optional.empty());
    private Optional<PageRenderer> renderer = Optional.empty();
    private Optional<Path> folder = Optional.empty();
    private int turn;

    /** What is worked on: records as files, and pages of a site of them. */
    record Sample(List<SourceFile> records, List<Page> recordPages, List<Page> listPages, List<String> rendered) {}

    @Setup
    public void makeSample() throws IOException, RenderException {
        Path content = Files.createTempDirectory("prongsai-jmh");
        folder = Optional.of(content);
        Corpus corpus = new Corpus(RECORDS);
        ProngsaiSite.writeContent(corpus, content);
        Problems problems = new Problems();
        Content read = ContentReader.read(content, "content", problems);
        Site site = Site.of(read, Catalogues.of(read, problems), TODAY);
        if (problems.hasErrors()) {
            throw new IllegalStateException("the records have errors: " + problems.sorted());
        }
        TemplateFiles templates = TemplateFiles.bundled();
        TemplateEngine engine = TemplateEngine.of(templates);
        SiteAssets assets = SiteAssets.of(templates, engine, read.agency().record());
        renderer = Optional.of(new PageRenderer(site, engine, assets, List.of()));
        List<Page> pages = List.copyOf(site.pages());
        List<Page> ofRecords =
                pages.stream().filter(Page.OfAnnouncement.class::isInstance).toList();
        List<String> rendered = new ArrayList<>();
        for (Page page : ofRecords) {
            rendered.add(renderer.get().prepare(page).render());
        }
        index = SearchIndex.of(rendered.size(), Optional.empty());
        sample = new Sample(
                List.copyOf(files(corpus)),
                ofRecords,
                pages.stream().filter(Page.Listing.class::isInstance).toList(),
                rendered);
    }

    private static List<SourceFile> files(Corpus corpus) {
        return IntStream.range(0, RECORDS)
                .mapToObj(n -> corpus.notice(n, to -> "../" + to.fiscalYear() + "/a.md"))
                .map(notice -> new SourceFile("a.md", ProngsaiSite.text(corpus, notice)))
                .toList();
    }

    @TearDown
    public void deleteSample() throws IOException {
        Folders.delete(folder.orElseThrow());
    }

    private <T> T next(List<T> list) {
        turn++;
        return list.get(turn % list.size());
    }

    /** The YAML at the head of a record becomes a tree of values with positions. */
    @Benchmark
    public Optional<FrontMatter> frontMatter() {
        return FrontMatter.read(next(sample.records()), new Problems());
    }

    /** The text of a record (465 Thai words, a table, lists, links) becomes HTML. */
    @Benchmark
    public MarkdownHtml markdown() {
        SourceFile record = next(sample.records());
        TextBlock body = TextBlock.in(record, record.text().indexOf("\n---\n") + 5);
        return markdown.render(body, Links.EVERYWHERE, new MarkdownOptions(2, "", Numerals.ARABIC), new Problems());
    }

    /** The page of a record: Markdown, view and template. */
    @Benchmark
    public String recordPage() throws RenderException {
        return renderer.orElseThrow().prepare(next(sample.recordPages())).render();
    }

    /** A page of a list: view and template, no Markdown. */
    @Benchmark
    public String listPage() throws RenderException {
        return renderer.orElseThrow().prepare(next(sample.listPages())).render();
    }

    /** The page of a record goes into the search index: its words, and which runs of characters stand in them. */
    @Benchmark
    public SearchIndex searchTerms() {
        String page = next(sample.rendered());
        index.put(turn % sample.rendered().size(), page);
        return index;
    }

    /** Every link leads somewhere, at no cost. */
    private enum Links implements LinkResolver {
        EVERYWHERE;

        @Override
        public LinkTarget link(String destination) {
            return new LinkTarget.Page(destination);
        }

        @Override
        public ImageTarget image(String destination) {
            return new LinkTarget.Broken(ProblemCode.LINK_DEAD, destination);
        }
    }
}
