package prongsai.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A small municipality whose content has three versions. From any one to another, records come, go and change, files too,
 * and so does the name that stands on every page.
 */
final class ChangingContent {

    static final int VERSIONS = 3;

    private static final int RECORDS = 9;

    private ChangingContent() {}

    /** Makes a folder hold this version of the content and nothing of another. */
    static void write(Path content, int version) throws IOException {
        put(content.resolve("site.yaml"), """
                name: เทศบาลตำบลตัวอย่างที่ %s
                district: เมืองตัวอย่าง
                province: เชียงใหม่
                baseUrl: https://www.example.go.th/ita/
                """.formatted(version));
        put(content.resolve("pages/structure.md"), "---\ntitle: โครงสร้าง\n---\nสำนักปลัดเทศบาล\n");
        for (int i = 0; i < RECORDS; i++) {
            Path record = content.resolve("news/2563/story-" + i + ".md");
            Path file = content.resolve("files/list-" + i + ".csv");
            if (i % VERSIONS == version) {
                Files.deleteIfExists(record);
                Files.deleteIfExists(file);
            } else {
                put(record, record(i, version));
                put(file, "ลำดับ,จำนวน\n1," + (i % 2 == 0 ? version : i) + "\n");
            }
        }
    }

    private static String record(int i, int version) {
        int neighbour = (i + 1) % VERSIONS == version ? i + 2 : i + 1;
        return """
                ---
                title: ข่าวที่ %s
                date: 2563-05-0%s
                attachments:
                  - {file: files/list-%s.csv, title: บัญชี}
                ---

                เรื่องที่ %s ดู[เรื่องถัดไป](story-%s.md)
                """.formatted(i, i + 1, i, i % 2 == 0 ? version : 0, neighbour % RECORDS);
    }

    private static void put(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
