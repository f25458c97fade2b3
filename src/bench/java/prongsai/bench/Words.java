package prongsai.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The words that records are made of, from {@code words.txt}. */
record Words(
        List<Item> items,
        List<String> units,
        List<String> tags,
        List<String> places,
        List<Phrase> subjects,
        List<Phrase> verbs,
        List<Phrase> objects,
        List<Phrase> purposes,
        List<String> headings,
        List<Kind> kinds,
        List<String> expenses,
        List<String> methods) {

    /** A disclosure item (รายการเปิดเผยข้อมูล, OIT), and one component of its topic that a record can claim to show. */
    record Item(String name, String topic, String component) {}

    /** A kind of record in Thai, and the name that Prongsai has for it. */
    record Kind(String thai, String name) {}

    /** A part of a sentence, and the number of its words. */
    record Phrase(String text, int words) {

        static Phrase of(String line) {
            String[] words = line.split("\\|");
            return new Phrase(String.join("", words), words.length);
        }
    }

    static Words load() {
        Map<String, List<String>> lists = lists();
        return new Words(
                rows(lists, "items").stream()
                        .map(row -> new Item(row[0], row[1], row[2]))
                        .toList(),
                lines(lists, "units"),
                lines(lists, "tags"),
                lines(lists, "places"),
                phrases(lists, "subjects"),
                phrases(lists, "verbs"),
                phrases(lists, "objects"),
                phrases(lists, "purposes"),
                lines(lists, "headings"),
                rows(lists, "kinds").stream()
                        .map(row -> new Kind(row[0], row[1]))
                        .toList(),
                lines(lists, "expenses"),
                lines(lists, "methods"));
    }

    private static List<String> lines(Map<String, List<String>> lists, String name) {
        return Objects.requireNonNull(lists.get(name), name);
    }

    private static List<String[]> rows(Map<String, List<String>> lists, String name) {
        return lines(lists, name).stream().map(line -> line.split("\t")).toList();
    }

    private static List<Phrase> phrases(Map<String, List<String>> lists, String name) {
        return lines(lists, name).stream().map(Phrase::of).toList();
    }

    private static Map<String, List<String>> lists() {
        Map<String, List<String>> lists = new HashMap<>();
        List<String> list = new ArrayList<>();
        for (String line : text().split("\n")) {
            if (line.startsWith("[")) {
                list = new ArrayList<>();
                lists.put(line.substring(1, line.length() - 1), list);
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                list.add(line);
            }
        }
        return lists;
    }

    private static String text() {
        try (InputStream in = Words.class.getResourceAsStream("/words.txt")) {
            if (in == null) {
                throw new IllegalStateException("words.txt is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
