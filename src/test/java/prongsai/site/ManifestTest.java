package prongsai.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ManifestTest {

    private static final String TEXT = """
            {
              "format": "prongsai-manifest 1",
              "files": [
                {"path": "index.html", "size": 3, "sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
                {"path": "ita/2562/index.html", "size": 0, "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}
              ]
            }
            """;

    private static final Manifest MANIFEST =
            Manifest.of(List.of(file("ita/2562/index.html", ""), file("index.html", "abc")));

    @Test
    void isSortedJsonWithOneFileALine() {
        assertThat(MANIFEST.toJson()).isEqualTo(TEXT);
        assertThat(Manifest.EMPTY.toJson())
                .isEqualTo("{\n  \"format\": \"prongsai-manifest 1\",\n  \"files\": [\n  ]\n}\n");
    }

    @Test
    void takesFilesInThePlacesOfOthersAndBesideThem() {
        Manifest changed = MANIFEST.with(List.of(file("index.html", "abcd"), file("404.html", "")));
        assertThat(changed)
                .isEqualTo(Manifest.of(
                        List.of(file("404.html", ""), file("index.html", "abcd"), file("ita/2562/index.html", ""))));
        assertThat(changed.files().keySet()).extracting(OutputPath::text).isSorted();
        assertThat(MANIFEST.toJson()).isEqualTo(TEXT);
    }

    @Test
    void isTheSameUnderATurkishAndAThaiLocale() {
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("tr-TR", "th-TH-u-ca-buddhist-nu-thai", "ar-EG-u-nu-arab")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(MANIFEST.toJson()).isEqualTo(TEXT);
                assertThat(Manifest.parse(TEXT)).isEqualTo(new Manifest.Parsed(MANIFEST, true));
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Property(tries = 200)
    void isReadBackAsWrittenAndIsJsonToOthers(@ForAll("manifests") Manifest manifest) throws IOException {
        assertThat(Manifest.parse(manifest.toJson())).isEqualTo(new Manifest.Parsed(manifest, true));
        assertThat(manifest.isWrittenAs(ascii(manifest.toJson()))).isTrue();
        JsonNode json = new ObjectMapper().readTree(manifest.toJson());
        TreeMap<OutputPath, Fingerprint> seen = new TreeMap<>();
        for (JsonNode node : json.get("files")) {
            seen.put(
                    new OutputPath(node.get("path").asText()),
                    new Fingerprint(
                            node.get("sha256").asText(), node.get("size").asLong()));
        }
        assertThat(seen).isEqualTo(manifest.files());
    }

    @Property(tries = 300)
    void anyOtherTextIsReadWithoutAFailureAndIsNotIntact(@ForAll("manifests") Manifest manifest, @ForAll int where) {
        String text = manifest.toJson();
        int at = Math.floorMod(where, text.length());
        String truncated = text.substring(0, at);
        String overwritten = text.substring(0, at) + "\u0000" + text.substring(at + 1);
        assertThat(Manifest.parse(truncated).intact()).isFalse();
        assertThat(Manifest.parse(overwritten).intact()).isFalse();
        assertThat(manifest.isWrittenAs(ascii(truncated))).isFalse();
        assertThat(manifest.isWrittenAs(ascii(overwritten))).isFalse();
        assertThat(manifest.isWrittenAs(ascii(text + "\n"))).isFalse();
        assertThat(manifest.files().entrySet())
                .containsAll(Manifest.parse(truncated).manifest().files().entrySet())
                .containsAll(Manifest.parse(overwritten).manifest().files().entrySet());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void theLinesOfAMergeConflictAreReadFromBothSides() {
        String conflict = """
                {
                  "format": "prongsai-manifest 1",
                  "files": [
                <<<<<<< HEAD
                    {"path": "a.html", "size": 3, "sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
                =======
                    {"path": "b.html", "size": 3, "sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}
                >>>>>>> main
                  ]
                }
                """;
        assertThat(Manifest.parse(conflict))
                .isEqualTo(
                        new Manifest.Parsed(Manifest.of(List.of(file("a.html", "abc"), file("b.html", "abc"))), false));
    }

    @Test
    void aLineWhosePathLeavesTheSiteIsNotRead() {
        for (String path : List.of("../x.html", "/etc/passwd", "a/../../x", ".git/config", "a\\\\b", "a\\u002fb")) {
            String text = TEXT.replace("index.html\", \"size\": 3", path + "\", \"size\": 3");
            assertThat(text).isNotEqualTo(TEXT);
            assertThat(Manifest.parse(text))
                    .isEqualTo(new Manifest.Parsed(Manifest.of(List.of(file("ita/2562/index.html", ""))), false));
        }
    }

    @Test
    void otherOrderOtherSpacingAndRepeatedPathsAreNotIntact() {
        String[] lines = TEXT.split("\n");
        String swapped = TEXT.replace(lines[3] + "\n" + lines[4], lines[4] + ",\n" + lines[3].replace("},", "}"));
        String twice = TEXT.replace(lines[3], lines[3] + "\n" + lines[3]);
        for (String text :
                List.of(swapped, twice, TEXT.replace("\n", "\r\n"), TEXT + "\n", TEXT.replace("1\"", "2\""))) {
            assertThat(text).isNotEqualTo(TEXT);
            assertThat(Manifest.parse(text)).isEqualTo(new Manifest.Parsed(MANIFEST, false));
        }
    }

    @Test
    void sizesThatNoFileHasAreNotRead() {
        for (String size : List.of("-1", "01", "1e3", "99999999999999999999999", "1.0", "")) {
            assertThat(Manifest.parse(TEXT.replace("\"size\": 3", "\"size\": " + size))
                            .manifest()
                            .files())
                    .containsOnlyKeys(new OutputPath("ita/2562/index.html"));
        }
    }

    @Test
    void twoFilesOfOnePathAreABug() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Manifest.of(List.of(file("a.html", "1"), file("a.html", "2"))))
                .withMessage("two files have one path: a.html");
    }

    @Test
    void cannotBeChanged() {
        assertThat(catchThrowable(() -> MANIFEST.files().clear())).isInstanceOf(UnsupportedOperationException.class);
    }

    @Provide
    Arbitrary<Manifest> manifests() {
        Arbitrary<OutputPath> paths = Arbitraries.strings()
                .withChars("abAB09_-./")
                .ofMaxLength(20)
                .filter(OutputPath::isValid)
                .map(OutputPath::new);
        Arbitrary<Fingerprint> fingerprints =
                Arbitraries.strings().ascii().map(text -> Fingerprint.of(text.getBytes(StandardCharsets.UTF_8)));
        return Arbitraries.maps(paths, fingerprints).ofMaxSize(8).map(entries -> new Manifest(new TreeMap<>(entries)));
    }

    private static OutputFile file(String path, String text) {
        return OutputFile.ofBytes(new OutputPath(path), OutputFile.Kind.PAGE, text.getBytes(StandardCharsets.UTF_8));
    }
}
