package prongsai.browser;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** The open data of a built site, read as anybody would. */
record PublishedData(TestSite site) {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);

    /** The names of all datasets but the list of files. */
    List<String> names() {
        try (Stream<Path> files = Files.list(site.root().resolve("data"))) {
            return files.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(".csv") && !f.equals("files.csv"))
                    .map(f -> f.replace(".csv", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String file) {
        try {
            return Files.readString(site.root().resolve("data").resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode json(String file) {
        try {
            return JSON.readTree(text(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<JsonNode> rows(String name) {
        return StreamSupport.stream(json(name + ".json").get("rows").spliterator(), false)
                .toList();
    }

    /** What the cells of a dataset's JSON would be in a table of texts, under the keys. */
    List<List<String>> table(String name) {
        List<List<String>> table = new ArrayList<>();
        for (JsonNode row : rows(name)) {
            List<String> cells = new ArrayList<>();
            row.forEach(value -> cells.add(cell(value)));
            table.add(cells);
        }
        return table;
    }

    private static String cell(JsonNode value) {
        if (value instanceof ArrayNode list) {
            return StreamSupport.stream(list.spliterator(), false)
                    .map(JsonNode::textValue)
                    .collect(Collectors.joining("; "));
        }
        // The number as it was written: 75.40 is not 75.4.
        return value.isNull() ? "" : value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
    }

    /** The cells of a dataset's CSV without the head, and without what keeps a spreadsheet from calculating. */
    List<List<String>> csv(String name) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        String text = text(name + ".csv").substring(1);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean twice = quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
            if (twice) {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (quoted || (c != ',' && c != '\r' && c != '\n')) {
                cell.append(c);
            } else if (c != '\n') {
                row.add(cell.toString().replaceFirst("^'(?=[=+@\t\r\n-])", ""));
                cell.setLength(0);
                if (c == '\r') {
                    rows.add(List.copyOf(row));
                    row.clear();
                }
            }
        }
        return rows.subList(1, rows.size());
    }

    /** The cells of a dataset's spreadsheet without the head. */
    List<List<String>> xlsx(String name) {
        Path file = site.root().resolve("data/" + name + ".xlsx");
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream sheet = zip.getInputStream(new ZipEntry("xl/worksheets/sheet1.xml"))) {
            Element xml = Jsoup.parse(sheet, StandardCharsets.UTF_8.name(), "", Parser.xmlParser());
            return xml.select("row").stream()
                    .skip(1)
                    .map(row ->
                            row.select("c").stream().map(PublishedData::shown).toList())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shown(Element cell) {
        String text = cell.wholeText();
        return cell.attr("t").equals("b") ? Boolean.toString(text.equals("1")) : text;
    }
}
