package prongsai.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prongsai.site.OutputPath;

/** The lists of the search index. */
class SearchIndexTest {

    private static String page(String text) {
        return "<title>เรื่อง · ก</title><main>" + text + "</main>";
    }

    private static Map<OutputPath, byte[]> index(List<String> texts, Optional<Path> file) {
        try (SearchIndex index = SearchIndex.of(texts.size(), file)) {
            for (int i = texts.size() - 1; i >= 0; i--) {
                index.put(i, page(texts.get(i)));
            }
            Map<OutputPath, byte[]> files = new TreeMap<>();
            index.files().flatMap(List::stream).forEach(f -> files.put(f.path(), f.bytes()));
            return files;
        }
    }

    private static void assertSame(Map<OutputPath, byte[]> actual, Map<OutputPath, byte[]> expected) {
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        expected.forEach(
                (path, bytes) -> assertThat(actual.get(path)).as(path.text()).isEqualTo(bytes));
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return Arbitraries.strings()
                .withChars("กขคา้ 12")
                .ofMaxLength(30)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    @Property(tries = 200)
    void aListSaysJustWhichPagesHaveATerm(@ForAll("texts") List<String> texts) {
        Map<Integer, BitSet> expected = new TreeMap<>();
        for (int i = 0; i < texts.size(); i++) {
            for (int term : SearchTerms.of(page(texts.get(i)))) {
                expected.computeIfAbsent(term, t -> new BitSet()).set(i);
            }
        }
        Map<Integer, BitSet> actual = new TreeMap<>();
        index(texts, Optional.empty())
                .forEach((path, bytes) -> actual.putAll(SearchShard.read(bytes).pages()));
        assertThat(actual).isEqualTo(expected);
    }

    @Property(tries = 100)
    void anUpdatedIndexIsTheOneMadeAnew(@ForAll("texts") List<String> before, @ForAll("texts") List<String> other)
            throws IOException {
        Map<OutputPath, byte[]> files = index(before, Optional.empty());
        List<String> now = new ArrayList<>(before);
        SearchUpdate update = new SearchUpdate(SearchIndex.shards(before.size()), files::get);
        for (int i = 0; i < Math.min(before.size(), other.size()); i += 3) {
            now.set(i, other.get(i));
            update.change(i, page(before.get(i)), page(other.get(i)));
        }
        update.files().forEach(f -> files.put(f.path(), f.bytes()));
        assertSame(files, index(now, Optional.empty()));
    }

    @Test
    void anUpdateLeavesListsAloneOfWhichNothingChanged() throws IOException {
        Map<OutputPath, byte[]> files = index(List.of("กขคง", "กขค"), Optional.empty());
        SearchUpdate update = new SearchUpdate(1, files::get);
        update.change(1, page("กขค"), page("<p>กขค</p>"));
        assertThat(update.files()).isEmpty();
    }

    @Test
    void termsMayWaitInAFileThatIsGoneAfterwards(@TempDir Path folder) {
        List<String> texts = List.of("ประกาศ", "ประปา", "", "งบประมาณ 2563");
        assertSame(index(texts, Optional.of(folder.resolve("terms"))), index(texts, Optional.empty()));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aPlaceWhereNoFileCanBeMadeDoesNoHarm(@TempDir Path folder) {
        List<String> texts = List.of("ประกาศ", "ประปา");
        assertSame(index(texts, Optional.of(folder.resolve("no/such/folder"))), index(texts, Optional.empty()));
    }

    @Test
    void theMorePagesTheMoreFiles() {
        assertThat(List.of(0, 7, 8, 100, 1_000, 10_000, 1_000_000))
                .extracting(SearchIndex::shards)
                .containsExactly(1, 1, 2, 16, 128, 2048, 4096);
    }
}
