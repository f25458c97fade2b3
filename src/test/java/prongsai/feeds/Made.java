package prongsai.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import prongsai.content.Content;
import prongsai.content.ContentReader;
import prongsai.disclosure.Catalogues;
import prongsai.site.Site;
import prongsai.source.Problems;

/** The site of a small content folder, and the files made from it. */
final class Made {

    private static final String AGENCY = """
            name: เทศบาลตำบลตัวอย่าง
            district: เมือง
            province: กระบี่
            currentYear: 2563
            """;

    private final Path folder;

    /** A site at {@code https://www.example.go.th/}. */
    Made(Path folder) {
        this(folder, "baseUrl: https://www.example.go.th/\n");
    }

    /** @param more what {@code site.yaml} holds beside name and place */
    Made(Path folder, String more) {
        this.folder = folder;
        file("site.yaml", AGENCY + more);
    }

    Made file(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    Site site() {
        try {
            Problems problems = new Problems();
            Content content = ContentReader.read(folder, "content", problems);
            assertThat(problems.sorted()).isEmpty();
            return Site.of(content, Catalogues.of(content, problems), LocalDate.of(2020, 6, 1));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    List<MadeFile> files() {
        Site site = site();
        return MadeFiles.of(site, OpenData.of(site), Optional.of("default-src 'self'"));
    }

    SortedMap<String, MadeFile> byPath() {
        SortedMap<String, MadeFile> files = new TreeMap<>();
        files().forEach(file -> files.put(file.path().text(), file));
        return files;
    }

    String text(String path) {
        return text(byPath().get(path));
    }

    static String text(MadeFile file) {
        return new String(file.bytes(), StandardCharsets.UTF_8);
    }

    /** The document that an XML reader finds. */
    static Document xml(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new AssertionError(text, e);
        }
    }
}
