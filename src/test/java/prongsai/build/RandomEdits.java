package prongsai.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A municipality at work: a small site of its own, and edits of every kind, right ones and mistakes, the same for the same
 * seed.
 */
final class RandomEdits {

    /** One edit; says what it did. */
    private interface Edit {
        String make() throws IOException;
    }

    private static final List<String> TITLES = List.of(
            "นโยบายไม่รับของขวัญ", "แผนป้องกัน <การทุจริต>", "ประกาศ “ราคากลาง”", "มาตรการ & แนวทาง", "คู่มือ I-İ-ı");
    private static final List<String> KINDS = List.of("announcement", "policy", "order", "report", "plan");
    private static final List<String> TEMPLATES = List.of(
            "pages/announcement.ftlh",
            "pages/list.ftlh",
            "pages/parts.ftlh",
            "layouts/base.ftlh",
            "components/meta/template.ftlh",
            "components/meta/component.css",
            "assets/css/base.css");

    private final Random random;
    private final Path content;
    private final Path templates;
    private final Path bundled;
    private final Path before;
    private int made;
    private LocalDate today = LocalDate.of(2022, 6, 1);

    private final List<Edit> edits = List.of(
            this::changeBody,
            this::changeBody,
            this::changeField,
            this::changeField,
            this::addRecord,
            this::addRecord,
            this::deleteRecord,
            this::renameRecord,
            this::changeTemplate,
            this::changeSettings,
            this::changeAttachment,
            this::deleteAttachment,
            this::changeCatalogue,
            this::changeDay,
            this::changeNothing,
            this::makeMistake);

    RandomEdits(long seed, Path folder, Path fixture, Path bundled) throws IOException {
        this.random = new Random(seed);
        this.content = folder.resolve("content");
        this.before = folder.resolve("before");
        this.templates = folder.resolve("templates");
        this.bundled = bundled;
        Files.createDirectories(templates);
        Sites.copy(fixture, content);
        changeCatalogue();
        for (int i = 0; i < 6; i++) {
            addRecord();
        }
        changeAttachment();
    }

    Path content() {
        return content;
    }

    Path templates() {
        return templates;
    }

    LocalDate today() {
        return today;
    }

    /** One more edit; says what it did. */
    String next() throws IOException {
        Sites.delete(before);
        Sites.copy(content, before);
        return edits.get(random.nextInt(edits.size())).make();
    }

    /** Lets time pass: what was changed just now cannot be told by its time from what is changed at the same moment. */
    void growOld() throws IOException {
        FileTime young = FileTime.from(Instant.parse("2021-01-01T00:00:00Z"));
        for (Path folder : List.of(content, templates)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    if (Files.getLastModifiedTime(file).compareTo(young) > 0) {
                        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_577_836_800L + made++)));
                    }
                }
            }
        }
    }

    /** Takes the last edit back, as from a repository: every file is another one, with the bytes that it had. */
    void undo() throws IOException {
        Sites.delete(content);
        Sites.copy(before, content);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private List<Path> records() throws IOException {
        try (Stream<Path> files = Files.walk(content)) {
            return new ArrayList<>(
                    files.filter(f -> f.toString().endsWith(".md")).sorted().toList());
        }
    }

    private String changeBody() throws IOException {
        Path file = any(records());
        String more = random.nextBoolean() ? "\n## หัวข้อ " + made++ + "\n" : "\nข้อความ **หนา** " + made++ + "\n";
        write(file, Files.readString(file) + more);
        return "body of " + file;
    }

    private String changeField() throws IOException {
        Path file = any(records());
        String text = Files.readString(file);
        String[] fields = {
            "title: \"" + any(TITLES) + " " + made++ + "\"",
            "date: 2565-0" + (1 + random.nextInt(9)) + "-11",
            "summary: สรุป " + made++,
            "state: revoked",
            "updated: 2565-03-0" + (1 + random.nextInt(9)),
            "unit: กองช่าง"
        };
        String field = any(List.of(fields));
        String name = field.substring(0, field.indexOf(':'));
        write(
                file,
                text.matches("(?s).*\\n" + name + ":.*")
                        ? text.replaceFirst(
                                "\\n" + name + ":[^\\n]*", "\n" + java.util.regex.Matcher.quoteReplacement(field))
                        : text.replaceFirst(
                                "---\\n", "---\n" + java.util.regex.Matcher.quoteReplacement(field) + "\n"));
        return field + " in " + file;
    }

    private String addRecord() throws IOException {
        String year = random.nextInt(4) == 0 ? "2564" : "2565";
        Path file = content.resolve("announcements/" + year + "/a" + made++ + ".md");
        Path other = any(records());
        String anchor = random.nextInt(3) == 0 && Files.readString(other).contains("## หัวข้อ") ? "#หัวข้อ" : "";
        String link = content.relativize(other).toString();
        write(
                file,
                "---\ntitle: \"" + any(TITLES) + " " + made + "\"\nkind: " + any(KINDS) + "\ndate: " + year
                        + "-04-0" + (1 + random.nextInt(9))
                        + "\ndiscloses: [{topic: no-gift-policy, components: [declaration]}]\n---\n\nดู [เรื่องก่อน](/"
                        + link + anchor + ")\n");
        return "add " + file;
    }

    private String deleteRecord() throws IOException {
        Path file = any(records());
        Files.delete(file);
        return "delete " + file;
    }

    private String renameRecord() throws IOException {
        Path file = any(records());
        Path to = file.resolveSibling("b" + made++ + ".md");
        Files.move(file, to);
        return "rename " + file + " to " + to;
    }

    private String changeTemplate() throws IOException {
        String name = any(TEMPLATES);
        Path own = templates.resolve(name);
        if (Files.exists(own) && random.nextInt(3) == 0) {
            Files.delete(own);
            return "delete template " + name;
        }
        Files.createDirectories(own.getParent());
        String text = Files.readString(Files.exists(own) ? own : bundled.resolve(name));
        boolean style = name.endsWith(".css");
        write(own, text + (style ? "\n.own-" + made++ + " { color: #000; }\n" : "\n<#-- own " + made++ + " -->\n"));
        return "change template " + name;
    }

    private String changeSettings() throws IOException {
        Path file = content.resolve("site.yaml");
        String text = Files.readString(file);
        String changed = switch (random.nextInt(5)) {
            case 0 ->
                text.contains("numerals: thai")
                        ? text.replace("numerals: thai", "numerals: arabic")
                        : text.replace("numerals: arabic", "numerals: thai");
            case 1 -> text.replaceFirst("name: [^\\n]*", "name: องค์การบริหารส่วนตำบลสายธาร " + made++);
            case 2 ->
                text.replaceFirst("\nserver: \\w+", "")
                        + (text.contains("server: nginx") ? "server: apache\n" : "server: nginx\n");
            case 3 -> text.replaceFirst("until: [0-9-]*", "until: 2565-10-0" + (1 + random.nextInt(9)));
            default -> text.replaceFirst("line: (true|false)", random.nextBoolean() ? "line: true" : "line: false");
        };
        write(file, changed);
        return "settings";
    }

    private Path attachment() {
        return content.resolve("files/doc" + random.nextInt(3) + ".txt");
    }

    private String changeAttachment() throws IOException {
        Path file = attachment();
        write(file, "เอกสาร " + "ก".repeat(random.nextInt(3000)));
        Path record = any(records());
        if (record.toString().contains("announcements")) {
            write(record, Files.readString(record) + "\n[เอกสาร](/files/" + file.getFileName() + ")\n");
        }
        return "attachment " + file + " linked from " + record;
    }

    private String deleteAttachment() throws IOException {
        Path file = attachment();
        return "delete attachment " + file + " " + Files.deleteIfExists(file);
    }

    /** Few items are enough, and quick. */
    private String changeCatalogue() throws IOException {
        Path file = content.resolve("oit/2565.json");
        StringBuilder json = new StringBuilder("{\"fiscalYear\": 2565, \"subIndicators\": [");
        json.append("{\"code\": \"9.1\", \"name\": \"ข้อมูลพื้นฐาน\", \"indicator\": \"9\", \"items\": [");
        for (int i = 1; i <= 9; i++) {
            json.append(i == 1 ? "" : ", ");
            boolean removed = i > 3 && random.nextInt(3) > 0;
            json.append("{\"code\": \"O").append(i).append("\"");
            json.append(
                    removed
                            ? ", \"removed\": true}"
                            : ", \"name\": \"ชื่อ " + made++ + "\", \"topics\": [\"structure\"]}");
        }
        write(file, json.append("]}]}\n").toString());
        return "catalogue";
    }

    private String changeDay() {
        today = today.plusDays(random.nextInt(400) - 200);
        return "today is " + today;
    }

    /** A file that is saved again, or comes back from a repository, is another file with the same bytes. */
    private String changeNothing() throws IOException {
        Path file = any(records());
        Path copy = file.resolveSibling(file.getFileName() + ".copy");
        Files.copy(file, copy);
        Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING);
        return "save again " + file;
    }

    private String makeMistake() throws IOException {
        Path file = any(records());
        String[] mistakes = {
            "\n[ไม่มี](/announcements/2565/nowhere.md)\n",
            "\n[ไม่มี](#ไม่มี)\n",
            "\nเลขประจำตัว 3-1099-00000-02-5\n",
            "\n**ค้าง\n"
        };
        write(file, Files.readString(file) + any(List.of(mistakes)));
        return "mistake in " + file;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
