package prongsai.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prongsai.build.SiteBuild;

/** Whatever the computer does to a build: what the officer is told, and that the website stays whole. */
class TroubleTest {

    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    @TempDir
    Path own;

    private FakeComputer computer;
    private Path site = Path.of("");
    private final List<Path> mounts = new ArrayList<>();

    @BeforeEach
    void setUp() throws IOException {
        computer = new FakeComputer(own);
        computer.writeContent();
        site = computer.folder.resolve("site");
    }

    @AfterEach
    void unmount() throws Exception {
        for (Path mount : mounts) {
            run("umount", mount.toString());
        }
    }

    @Test
    void aFullDiskStopsABuildBeforeAnythingChangesAndTheNextOneNeedsNoHelp() throws Exception {
        Path disk = Files.createDirectory(computer.folder.resolve("disk"));
        mount(disk, "-t", "tmpfs", "-o", "size=4m", "tmpfs");
        site = disk.resolve("site");
        assertThat(build()).isZero();
        Map<String, String> before = files(site);
        Path filler = disk.resolve("filler");
        fill(filler);
        rename("เทศบาลตำบลอื่น");
        assertThat(build()).isEqualTo(3);
        assertThat(computer.err())
                .matches("error: the disk is full: " + disk + "/(site/)?\\.(site\\.)?prongsai-stage(/[0-9]+)?\\."
                        + " Hint: make room, then try again; the website is whole\n");
        assertThat(build("--lang", "th")).isEqualTo(3);
        assertThat(computer.err())
                .matches("error: พื้นที่ดิสก์เต็ม: " + disk
                        + "/\\S+\\. Hint: เพิ่มพื้นที่ว่าง แล้วลองอีกครั้ง เว็บไซต์ยังครบถ้วนดี\n");
        assertThat(files(site)).isEqualTo(before);
        assertThat(names(disk)).containsExactly("filler", "site");
        Files.delete(filler);
        assertIsBuiltLikeNew();
    }

    @Test
    void aWebsiteThatIsReadOnlyIsNamedAndADryRunStillReadsIt() throws Exception {
        assertThat(build()).isZero();
        Map<String, String> before = files(site);
        mount(site, "--bind", site.toString());
        run("mount", "-o", "remount,ro,bind", site.toString());
        rename("เทศบาลตำบลอื่น");
        assertThat(build()).isEqualTo(3);
        assertThat(computer.err())
                .isEqualTo(
                        "error: writing is not permitted: " + site.toRealPath().resolve(".prongsai-lock")
                                + ". Hint: ask whoever looks after this computer for the permission,"
                                + " or choose another folder with --out\n");
        assertThat(build("--lang", "th")).isEqualTo(3);
        assertThat(computer.err())
                .isEqualTo(
                        "error: ไม่ได้รับอนุญาตให้เขียน: " + site.toRealPath().resolve(".prongsai-lock")
                                + ". Hint: ขอสิทธิ์จากผู้ดูแลเครื่อง หรือเลือกโฟลเดอร์อื่นด้วย --out\n");
        assertThat(build("--dry-run", "--quiet")).isZero();
        assertThat(computer.out()).contains("~ /ita/\n", "~ /ita/structure/\n");
        assertThat(files(site)).isEqualTo(before);
    }

    @Test
    void aFolderThatMayNotBeWrittenToStopsABuildBeforeAnythingChanges() throws Exception {
        assertThat(build()).isZero();
        Map<String, String> before = files(site);
        rename("เทศบาลตำบลอื่น");
        Path folder = site.resolve("structure");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        Said english = programWithoutPrivileges("build", "--lang", "en");
        assertThat(english.code()).isEqualTo(3);
        assertThat(english.err())
                .isEqualTo("error: writing is not permitted: " + folder.toRealPath()
                        + ". Hint: ask whoever looks after this computer for the permission,"
                        + " or choose another folder with --out\n");
        assertThat(files(site)).isEqualTo(before);
        assertThat(names(computer.folder)).doesNotContain(".site.prongsai-stage");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertIsBuiltLikeNew();
    }

    @Test
    void aFileThatMayNotBeReadNorWrittenToIsHealed() throws Exception {
        assertThat(build()).isZero();
        Path file = site.resolve("structure/index.html");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        Said said = programWithoutPrivileges("build", "--lang", "en", "--today", "2563-06-01");
        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("Done: 1 page changed. Pages: ");
        assertThat(Files.getPosixFilePermissions(file)).isNotEmpty();
        assertIsBuiltLikeNew();
    }

    @Test
    void whoHoldsAPageOpenReadsItToItsEnd() throws Exception {
        assertThat(build()).isZero();
        String before = Files.readString(site.resolve("index.html"));
        try (InputStream open = Files.newInputStream(site.resolve("index.html"))) {
            byte[] begin = open.readNBytes(100);
            rename("เทศบาลตำบลอื่น");
            assertThat(build()).isZero();
            String read =
                    new String(begin, StandardCharsets.UTF_8) + new String(open.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(read).isEqualTo(before);
        }
        assertThat(site.resolve("index.html")).content().contains("เทศบาลตำบลอื่น");
        assertIsBuiltLikeNew();
    }

    @Test
    void ofTwoBuildsAtOnceOneWaitsForTheOther() throws Exception {
        FakeComputer second = new FakeComputer(own);
        CompletableFuture<Integer> other =
                CompletableFuture.supplyAsync(() -> second.run(SiteBuild::run, "build", "--lang", "en"));
        assertThat(build()).isZero();
        assertThat(other.get(5, TimeUnit.MINUTES)).isZero();
        assertThat(Stream.of(computer.out(), second.out()).filter(out -> out.contains("Done: nothing changed.")))
                .hasSize(1);
        assertIsBuiltLikeNew();
    }

    @Test
    void aWebsiteThatIsALinkStaysOne() throws Exception {
        Path real = Files.createDirectories(own.resolve("www/html"));
        Files.createSymbolicLink(site, real);
        assertThat(build()).isZero();
        rename("เทศบาลตำบลอื่น");
        assertThat(build()).isZero();
        assertThat(site).isSymbolicLink();
        assertThat(names(real.getParent())).containsExactly("html");
        assertThat(names(computer.folder)).containsExactly(".prongsai", "content", "site");
        assertIsBuiltLikeNew();
    }

    @Test
    void aCheckoutInsideTheWebsiteSeesWhatChangedAndNothingElse() throws Exception {
        assumeTrue(run("git", "--version") == 0, "no git here");
        assertThat(build()).isZero();
        git("init", "-q");
        git("add", "-A");
        git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-q", "-m", "old");
        computer.write("content/pages/structure.md", "---\ntitle: โครงสร้าง\n---\nกองคลัง\n");
        assertThat(build("--dry-run", "--quiet")).isZero();
        long changes = computer.out().lines().count();
        assertThat(build()).isZero();
        assertThat(git("status", "--porcelain").lines())
                .hasSize((int) changes + 1)
                .allMatch(line -> line.startsWith(" M "))
                .contains(" M structure/index.html", " M .prongsai-manifest.json");
        // The files of the day before, and with them the manifest.
        git("checkout", "-q", "--", ".");
        assertThat(build()).isZero();
        assertThat(git("status", "--porcelain").lines()).hasSize((int) changes + 1);
        assertThat(git("fsck", "--strict").lines()).isEmpty();
        new DeletedFolder(site.resolve(".git")).delete();
        assertIsBuiltLikeNew();
    }

    @Test
    void attachmentsWhoseNamesDifferOnlyInCaseStandSideBySide() throws Exception {
        computer.write("content/files/list.csv", "1,2\n");
        computer.write("content/files/List.csv", "3,4\n");
        assumeTrue(
                Files.readString(computer.folder.resolve("content/files/list.csv"))
                        .equals("1,2\n"),
                "one file here");
        computer.write("content/news/2563/a.md", """
                ---
                title: ข่าว
                date: 2563-05-01
                attachments:
                  - {file: files/list.csv, title: หนึ่ง}
                  - {file: files/List.csv, title: สอง}
                ---
                ข่าว
                """);
        assertThat(build()).isZero();
        List<String> published = names(site.resolve("files"));
        assertThat(published).hasSize(2).contains("list.csv").noneMatch(name -> name.matches(".*[A-Z].*"));
    }

    @Test
    void aClockThatRanBackwardsHidesNoEdit() throws Exception {
        assertThat(build()).isZero();
        FileTime future = FileTime.from(Instant.parse("2100-01-01T00:00:00Z"));
        try (Stream<Path> all = Files.walk(site)) {
            for (Path path : all.toList()) {
                Files.setLastModifiedTime(path, future);
            }
        }
        Path edited = site.resolve("structure/index.html");
        Files.write(edited, new byte[(int) Files.size(edited)]);
        assertIsBuiltLikeNew();
    }

    private int build(String... more) {
        List<String> arguments = new ArrayList<>(List.of("build", "--today", "2563-06-01", "--out", site.toString()));
        arguments.addAll(List.of(more));
        if (!arguments.contains("--lang")) {
            arguments.addAll(List.of("--lang", "en"));
        }
        return computer.run(SiteBuild::run, arguments.toArray(String[]::new));
    }

    /** After one more build nothing tells the website from one that was made in an empty folder. */
    private void assertIsBuiltLikeNew() throws IOException {
        assertThat(build()).as(computer.err()).isZero();
        Map<String, String> built = files(site);
        site = own.resolve("clean");
        assertThat(build("--clean")).isZero();
        assertThat(built).isEqualTo(files(site));
    }

    private void rename(String name) throws IOException {
        computer.write("content/site.yaml", """
                name: %s
                district: เมืองตัวอย่าง
                province: เชียงใหม่
                baseUrl: https://www.example.go.th/ita/
                """.formatted(name));
    }

    private void mount(Path at, String... how) throws Exception {
        assumeTrue(ROOT, "only the superuser may mount");
        List<String> command = new ArrayList<>(List.of("mount"));
        command.addAll(List.of(how));
        command.add(at.toString());
        assumeTrue(run(command.toArray(String[]::new)) == 0, "nothing can be mounted here");
        mounts.add(at);
    }

    private static void fill(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            while (true) {
                out.write(new byte[4096]);
            }
        } catch (IOException full) {
            // As it was meant.
        }
    }

    private record Said(int code, String out, String err) {}

    /** The program in a process that permissions hold for, as they do not for the superuser. */
    private Said programWithoutPrivileges(String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        if (ROOT) {
            assumeTrue(run("setpriv", "--version") == 0, "the superuser may write anywhere");
            command.addAll(List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search"));
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        Path out = own.resolve("out");
        Path err = own.resolve("err");
        int code = new ProcessBuilder(command)
                .directory(computer.folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        return new Said(code, Files.readString(out), Files.readString(err));
    }

    private static int run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException notThere) {
            return 127;
        }
    }

    private String git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process git = new ProcessBuilder(command)
                .directory(site.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor()).as(said).isZero();
        return said;
    }

    /** Every file with its bytes. */
    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder.toRealPath())) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(
                        folder.toRealPath().relativize(file).toString(),
                        HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return files;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private record DeletedFolder(Path folder) {
        void delete() throws IOException {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
