package prongsai.browser;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import prongsai.build.BuildFailure;
import prongsai.build.BuildOptions;
import prongsai.build.BuildReport;
import prongsai.build.Progress;
import prongsai.build.SiteBuild;
import prongsai.source.Severity;

/**
 * A built site.
 *
 * @param root the folder that was published
 * @param base the path that it is served under, from {@code /} to {@code /}
 */
record TestSite(String name, Path root, String base) {

    private static final Path WORK = WorkFolders.of("browser");

    /** More than a list shows on one page. */
    private static final int MANY = 52;

    /** The municipality whose records the project carries. */
    static TestSite khlongPhon() {
        return KhlongPhon.SITE;
    }

    /** One that does not exist, with every kind of page, under a path, with texts that attack. */
    static TestSite nongSaiKhao() {
        return NongSaiKhao.SITE;
    }

    static Stream<TestSite> all() {
        return Stream.of(khlongPhon(), nongSaiKhao());
    }

    private static final class KhlongPhon {
        static final TestSite SITE = build("khlong-phon", Path.of("content"), "/", LocalDate.of(2020, 6, 1));
    }

    private static final class NongSaiKhao {
        static final TestSite SITE = build("nong-sai-khao", content(), "/ita/", LocalDate.of(2022, 6, 1));

        private static Path content() {
            try {
                Path content = WORK.resolve("content");
                deleteTree(content);
                copyTree(Path.of("src", "test", "resources", "browser-site"), content);
                addFiles(content.resolve("files"));
                addAnnouncements(content.resolve("announcements/2565"));
                return content;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void addFiles(Path files) throws IOException {
            Files.createDirectories(files);
            Files.writeString(files.resolve("แบบคำร้อง (ปี 2565) [แก้ไข].pdf"), "%PDF-1.4\n%%EOF\n");
            image(files.resolve("ตรา.png"), 240, 240);
            image(files.resolve("นายก.png"), 300, 400);
            image(files.resolve("กิจกรรม.png"), 1200, 800);
        }

        private static void image(Path file, int width, int height) throws IOException {
            BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            Graphics2D pen = image.createGraphics();
            pen.setColor(new Color(0x8fa3ad));
            pen.fillRect(0, 0, width, height);
            pen.dispose();
            ImageIO.write(image, "png", file.toFile());
        }

        private static void addAnnouncements(Path folder) throws IOException {
            for (int i = 1; i <= MANY; i++) {
                String text = """
                        ---
                        title: ประกาศสอบราคา ฉบับที่ %d
                        kind: announcement
                        date: 2564-11-%02d
                        ---

                        ข้อความของประกาศ
                        """.formatted(i, i % 28 + 1);
                Files.writeString(folder.resolve("price-" + i + ".md"), text);
            }
        }
    }

    /** The addresses of all pages, relative to the top, in order: {@code ""}, {@code "ita/"}, {@code "404.html"}. */
    List<String> pages() {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(f -> root.relativize(f).toString().replace('\\', '/'))
                    .filter(f -> f.endsWith(".html"))
                    .map(f -> f.replaceFirst("(^|(?<=/))index\\.html$", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The HTML of a page. */
    String html(String page) {
        String file = page.isEmpty() || page.endsWith("/") ? page + "index.html" : page;
        try {
            return Files.readString(root.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TestSite build(String name, Path content, String base, LocalDate today) {
        try {
            Path out = WORK.resolve("site-" + name);
            deleteTree(out);
            Files.createDirectories(out);
            BuildReport report = SiteBuild.run(
                    new BuildOptions(content, "content", Optional.of(Path.of("templates")), out, today), Progress.NONE);
            List<?> errors = report.problems().stream()
                    .filter(p -> p.severity() == Severity.ERROR)
                    .toList();
            if (!errors.isEmpty() || report.published().isEmpty()) {
                throw new IllegalStateException(name + " cannot be built: " + errors);
            }
            return new TestSite(name, out.toRealPath(), base);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BuildFailure e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
