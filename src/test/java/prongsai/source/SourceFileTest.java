package prongsai.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class SourceFileTest {

    @Example
    void aTextThatNobodyHoldsIsReadAgain() throws IOException {
        Path path = written("---\r\ntitle: ก\n---\nข\n".getBytes(StandardCharsets.UTF_8));
        SourceFile file = unread(path);
        assertThat(file.text()).isEqualTo("---\ntitle: ก\n---\nข\n");
        assertThat(file.at(13)).hasToString("a.md:3:1");
        Files.delete(path);
    }

    @Example
    void aFileThatChangedMeanwhileIsNoLongerTheSource() throws IOException {
        Path path = written("ก".getBytes(StandardCharsets.UTF_8));
        SourceFile file = unread(path);
        Files.writeString(path, "ข");
        assertThatThrownBy(file::text)
                .isInstanceOf(SourceChangedException.class)
                .hasMessage("a.md")
                .hasRootCauseMessage("a.md: the file was changed while it was being read");
        Files.delete(path);
        assertThatThrownBy(file::text)
                .isInstanceOf(SourceChangedException.class)
                .hasMessage("a.md");
    }

    private static Path written(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile("source", ".md"), bytes);
    }

    /** The same file in a run that has not read it yet. */
    private static SourceFile unread(Path path) {
        SourceFile read =
                TextReader.read(Located.at(path, "a.md"), new Problems()).orElseThrow();
        return SourceFile.unread(Located.at(path, "a.md"), read.digest(), read.checksum());
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void bytesAreUtf8WhereTheyCanBeDecoded(@ForAll("nearlyText") byte[] bytes) {
        CharBuffer decoded = CharBuffer.allocate(bytes.length);
        boolean error = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes), decoded, true)
                .isError();
        assertThat(Utf8.isValid(bytes)).isEqualTo(!error);
        assertThat(error)
                .isEqualTo(!new String(bytes, StandardCharsets.UTF_8)
                        .equals(decoded.flip().toString()));
    }

    /** The head of a record is read as the head of its whole text is. */
    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void theHeadAloneIsReadAsInTheWhole(@ForAll("records") byte[] bytes) throws IOException {
        Path path = written(bytes);
        try {
            assertThat(head(path, true)).isEqualTo(head(path, false));
        } finally {
            Files.delete(path);
        }
    }

    private static String head(Path path, boolean alone) {
        Problems problems = new Problems();
        Optional<FrontMatter> head = alone
                ? TextReader.readHead(Located.at(path, "a.md"), problems)
                        .flatMap(o -> FrontMatter.read(o.text(), problems))
                : TextReader.read(Located.at(path, "a.md"), problems).flatMap(f -> FrontMatter.read(f, problems));
        return head.map(h -> h.bodyStart() + " " + h.fields().fields()).orElse("") + problems.sorted();
    }

    @Provide
    Arbitrary<byte[]> nearlyText() {
        Arbitrary<byte[]> pieces = Arbitraries.of(
                new byte[] {'a'},
                new byte[] {(byte) 0xE0, (byte) 0xB8, (byte) 0x81},
                new byte[] {(byte) 0xC3, (byte) 0xA9},
                new byte[] {(byte) 0xF0, (byte) 0x9F, (byte) 0x98, (byte) 0x80},
                new byte[] {(byte) 0xF4, (byte) 0x8F, (byte) 0xBF, (byte) 0xBF},
                new byte[] {(byte) 0xED, (byte) 0x9F, (byte) 0xBF});
        Arbitrary<byte[]> odd = Arbitraries.of(
                        0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5,
                        0xFF)
                .map(b -> new byte[] {b.byteValue()});
        return Arbitraries.frequencyOf(Tuple.of(6, pieces), Tuple.of(1, odd))
                .list()
                .ofMaxSize(6)
                .map(SourceFileTest::joined);
    }

    @Provide
    Arbitrary<byte[]> records() {
        Arbitrary<byte[]> line = Arbitraries.of(
                        "---\n",
                        "---\n",
                        "---\n",
                        "title: ก\n",
                        "date: 2563-01-02\n",
                        "---\r\n",
                        "--- \n",
                        "---",
                        "----\n",
                        "\n",
                        "a\r",
                        "\ufeff",
                        "ข\n")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
        Arbitrary<byte[]> broken = Arbitraries.of(new byte[] {(byte) 0xE0, '\n'}, new byte[] {(byte) 0xFF});
        return Arbitraries.frequencyOf(Tuple.of(20, line), Tuple.of(1, broken))
                .list()
                .ofMaxSize(7)
                .map(SourceFileTest::joined)
                .flatMap(rest -> Arbitraries.of(List.of("---\n", "", "\ufeff---\n"))
                        .map(first -> joined(List.of(first.getBytes(StandardCharsets.UTF_8), rest))));
    }

    private static byte[] joined(List<byte[]> pieces) {
        byte[] all = new byte[pieces.stream().mapToInt(p -> p.length).sum()];
        int at = 0;
        for (byte[] piece : pieces) {
            System.arraycopy(piece, 0, all, at, piece.length);
            at += piece.length;
        }
        return all;
    }
}
