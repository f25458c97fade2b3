package prongsai.render;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import prongsai.render.ComponentExamples.Component;
import prongsai.render.ComponentExamples.Example;
import prongsai.render.FrameView.Agency;
import prongsai.render.FrameView.Assets;
import prongsai.render.FrameView.Footer;
import prongsai.render.FrameView.Head;
import prongsai.render.FrameView.Link;
import prongsai.render.FrameView.LinkGroup;
import prongsai.render.FrameView.Qr;

/**
 * A gallery for developers: each component with all its examples, and specimen pages put together from them, in the
 * site's own frame. Written under {@code target/}, never into a site.
 */
final class Gallery {
    /** The specimen pages: templates that show how components stand together. */
    static final Path SPECIMENS = Path.of("src", "test", "resources", "gallery");

    private static final Accent ACCENT = Accent.of("#0b5d4e");
    private static final String QR =
            "M4 4.5h7m1 0h1m5 0h7M4 5.5h1m5 0h1m1 0h2m2 0h1m1 0h1m5 0h1M4 6.5h1m1 0h3m1 0h1m2 0h1m4 0h1m1 0h3"
                    + "m1 0h1M4 7.5h1m1 0h3m1 0h1m1 0h1m1 0h3m1 0h1m1 0h3m1 0h1M4 8.5h1m1 0h3m1 0h1m2 0h3m2 0h1m1 0h3m1"
                    + " 0h1M4 9.5h1m5 0h1m2 0h2m1 0h1m1 0h1m5 0h1M4 10.5h7m1 0h1m1 0h1m1 0h1m1 0h7M12 11.5h1m1 0h3M4 12"
                    + ".5h1m1 0h2m1 0h3m2 0h2m2 0h1m2 0h1m1 0h2M8 13.5h1m7 0h2m1 0h1m1 0h3M4 14.5h1m1 0h2m1 0h6m4 0h5M4"
                    + " 15.5h1m1 0h1m2 0h1m3 0h1m1 0h2m4 0h1m1 0h1M4 16.5h1m4 0h3m1 0h1m1 0h3m3 0h2M12 17.5h1m1 0h3m1 0"
                    + "h1m5 0h1M4 18.5h7m1 0h7m1 0h3M4 19.5h1m5 0h1m1 0h2m3 0h2m1 0h1m3 0h1M4 20.5h1m1 0h3m1 0h1m2 0h1m"
                    + "1 0h1m3 0h1m1 0h1M4 21.5h1m1 0h3m1 0h1m1 0h5m2 0h3M4 22.5h1m1 0h3m1 0h1m1 0h1m2 0h1m2 0h1m1 0h1M"
                    + "4 23.5h1m5 0h1m2 0h6m1 0h2m1 0h1M4 24.5h7m1 0h1m1 0h2m2 0h4";

    private final Path target;
    private final TemplateEngine engine;

    private Gallery(Path target, TemplateEngine engine) {
        this.target = target;
        this.engine = engine;
    }

    record Shown(Component component, List<ShownExample> examples) {}

    record ShownExample(String name, Html html) {}

    /** Writes the gallery and returns its pages. */
    static List<Path> build(Path target) throws IOException, RenderException {
        Path own = target.resolve("own");
        Files.createDirectories(own);
        try (Stream<Path> specimens = Files.list(SPECIMENS)) {
            Files.createDirectories(own.resolve("specimens"));
            for (Path file : specimens.sorted().toList()) {
                Files.copy(
                        file,
                        own.resolve("specimens").resolve(file.getFileName().toString()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        TemplateFiles files = TemplateFiles.withOwn(own);
        Gallery gallery = new Gallery(target, TemplateEngine.of(files));
        gallery.assets(files);
        return gallery.pages(own);
    }

    private void assets(TemplateFiles files) throws IOException, RenderException {
        StyleSheet.Values values = new StyleSheet.Values(ACCENT, true, "เทศบาลตำบลคลองพน", "www.example.go.th");
        StyleSheet sheet = StyleSheet.assemble(files, StyleSheet.SITE, values);
        write("site.css", sheet.withAddresses(a -> a));
        write(
                "figures.css",
                StyleSheet.assemble(files, StyleSheet.FIGURES, values).text());
        for (String asset : sheet.assets()) {
            Path file = target.resolve(asset);
            Files.createDirectories(file.getParent());
            Files.write(file, files.read(asset));
        }
        write("site.js", files.readText("assets/js/site.js"));
        render("layouts/icon.ftlh", Map.of("initials", "คพ", "colour", ACCENT.base()), "icon.svg");
    }

    private List<Path> pages(Path own) throws IOException, RenderException {
        List<Path> pages = new ArrayList<>();
        List<Component> components = ComponentExamples.all();
        for (Component component : components) {
            List<ShownExample> examples = new ArrayList<>();
            for (Example example : component.examples()) {
                examples.add(new ShownExample(example.name(), new Html(ComponentExamples.render(example, own))));
            }
            pages.add(page("specimens/component.ftlh", component.name(), new Shown(component, examples)));
        }
        List<String> specimens;
        try (Stream<Path> files = Files.list(SPECIMENS)) {
            specimens = files.map(f -> f.getFileName().toString().replace(".ftlh", ""))
                    .filter(n -> n.startsWith("page-"))
                    .sorted()
                    .toList();
        }
        Map<String, Object> data = new TreeMap<>();
        for (Component component : components) {
            Map<String, Object> byExample = new TreeMap<>();
            component.examples().forEach(e -> byExample.put(e.name(), e.data()));
            data.put(component.name(), byExample);
        }
        for (String specimen : specimens) {
            pages.add(page("specimens/" + specimen + ".ftlh", specimen, data));
        }
        List<String> names = pages.stream().map(p -> p.getFileName().toString()).toList();
        pages.add(page("specimens/index.ftlh", "index", Map.of("names", names)));
        return pages;
    }

    private Path page(String template, String name, Object view) throws IOException, RenderException {
        return render(template, new PageModel(frame(name), view), name + ".html");
    }

    private Path render(String template, Object view, String name) throws IOException, RenderException {
        Path file = target.resolve(name);
        try (Writer out = Files.newBufferedWriter(file)) {
            engine.render(template, view, out);
        }
        return file;
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(target.resolve(name), text);
    }

    static FrameView frame(String name) {
        boolean home = name.equals("page-home");
        List<Link> crumbs = home
                ? List.of()
                : List.of(
                        new Link("หน้าแรก", "page-home.html"), new Link("ตัวอย่าง", "index.html"), new Link(name, ""));
        return new FrameView(
                "",
                "page-home.html",
                new Agency("เทศบาลตำบลคลองพน", "", "คพ", Optional.empty(), "อำเภอคลองท่อม จังหวัดกระบี่"),
                new Head(
                        home ? "เทศบาลตำบลคลองพน" : "ตัวอย่าง " + name,
                        "ตัวอย่างสำหรับผู้พัฒนา",
                        "https://www.example.go.th/" + name + "/",
                        Optional.empty(),
                        false,
                        Optional.of(Html.dataBlock("{\"@context\":\"https://schema.org\",\"name\":\"</script>\"}"))),
                List.of(
                        new Link("หน้าแรก", "page-home.html", home),
                        new Link("ผลการประเมิน ITA", "page-result.html", name.equals("page-result")),
                        new Link("ข้อมูลสาธารณะ (OIT)", "page-items.html", name.equals("page-items")),
                        new Link("แผนปรับปรุง", "page-plan.html", name.equals("page-plan")),
                        new Link("ประกาศ", "page-announcement.html", name.equals("page-announcement")),
                        new Link("บริการประชาชน", "page-service.html", name.equals("page-service")),
                        new Link("ข่าว", "index.html"),
                        new Link("ติดต่อ", "index.html")),
                crumbs,
                Optional.of(new Link("ค้นหา", "index.html")),
                new Link("แผนผังเว็บไซต์", "index.html"),
                new Assets(
                        "site.css",
                        List.of("figures.css"),
                        "site.js",
                        "icon.svg",
                        Optional.empty(),
                        Optional.empty(),
                        List.of("assets/fonts/sarabun-thai-400.woff2", "assets/fonts/sarabun-thai-600.woff2"),
                        Optional.empty(),
                        List.of()),
                footer(),
                Optional.of(new Later<>("https://www.example.go.th/" + name + "/", url -> new Qr(QR, 29, url))));
    }

    private static Footer footer() {
        return new Footer(
                List.of("หมู่ที่ ๒ ตำบลคลองพน อำเภอคลองท่อม", "จังหวัดกระบี่ ๘๑๑๗๐"),
                "๐๗๕-๖๔๑๔๒๒",
                "tel:+6675641422",
                "",
                "",
                "",
                Optional.empty(),
                "วันจันทร์–ศุกร์ ๐๘.๓๐–๑๖.๓๐ น.",
                List.of(
                        new LinkGroup(
                                "ตรวจสอบได้",
                                List.of(
                                        new Link("ผลการประเมิน ITA", "page-result.html"),
                                        new Link("ข้อมูลที่ยังไม่มีบนเว็บไซต์นี้", "page-items.html"),
                                        new Link("แหล่งที่มาของข้อมูล", "index.html"))),
                        new LinkGroup(
                                "เว็บไซต์นี้",
                                List.of(
                                        new Link("แผนผังเว็บไซต์", "index.html"),
                                        new Link("การเข้าถึงสำหรับทุกคน", "index.html"),
                                        new Link("นโยบายคุ้มครองข้อมูลส่วนบุคคล", "index.html")))),
                "ข้อมูลในหน้านี้เปลี่ยนแปลงล่าสุด ๒๓ เมษายน ๒๕๖๓",
                List.of("สร้างด้วย Prongsai"));
    }
}
