package prongsai.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prongsai.model.Allowance;
import prongsai.model.AllowanceList;
import prongsai.source.Problem;
import prongsai.source.ProblemCode;
import prongsai.source.Problems;

class GuardReaderTest {

    @TempDir
    private Path content;

    private final Problems problems = new Problems();

    @Test
    void everyEntryIsReadInOrderAndKnowsItsPlace() throws IOException {
        Entry<AllowanceList> guard = read("""
                        salt: c2FsdA==
                        allow:
                          - {hash: AAAAAAAAAAAAAAAAAAAAAAAA, reason: ประกาศผลสอบ, by: นายใจดี มีสุข, until: 2564-09-30}
                          - {hash: BBBBBBBBBBBBBBBBBBBBBBBB, reason: คำสั่งศาล, by: นายใจดี มีสุข}
                        """).orElseThrow();
        assertThat(guard.record())
                .isEqualTo(new AllowanceList(
                        "c2FsdA==",
                        List.of(
                                new Allowance(
                                        "AAAAAAAAAAAAAAAAAAAAAAAA",
                                        "ประกาศผลสอบ",
                                        "นายใจดี มีสุข",
                                        Optional.of(LocalDate.of(2021, 9, 30))),
                                new Allowance(
                                        "BBBBBBBBBBBBBBBBBBBBBBBB", "คำสั่งศาล", "นายใจดี มีสุข", Optional.empty()))));
        assertThat(guard.at("/allow/1/hash")).hasToString("content/guard.yaml:4:12");
        assertThat(codes()).isEmpty();
    }

    @Test
    void withoutTheFileNothingIsAllowed() throws IOException {
        Files.writeString(content.resolve("site.yaml"), "name: x\n");
        assertThat(ContentReader.read(content, "content", problems).guard()).isEmpty();
    }

    @Test
    void aDayThatDoesNotExistIsAProblemAndNotLeaveForEver() throws IOException {
        Optional<Entry<AllowanceList>> guard = read("""
                salt: c2FsdA==
                allow:
                  - {hash: AAAAAAAAAAAAAAAAAAAAAAAA, reason: r, by: b, until: 2564-02-29}
                  - {hash: AAAAAAAAAAAAAAAAAAAAAAAA, reason: r, by: b, until: soon}
                """);
        assertThat(guard.orElseThrow().record().entries()).isEmpty();
        assertThat(codes()).containsExactly(ProblemCode.BAD_DATE, ProblemCode.WRONG_VALUE);
    }

    @Test
    void aNumberInPlaceOfItsHashIsRefused() throws IOException {
        read("salt: a\nallow:\n  - {hash: '1234567890121', reason: r, by: b}\n");
        assertThat(codes()).containsExactly(ProblemCode.WRONG_VALUE);
    }

    private Optional<Entry<AllowanceList>> read(String guard) throws IOException {
        Files.writeString(content.resolve("site.yaml"), "name: x\n");
        Files.writeString(content.resolve("guard.yaml"), guard);
        return ContentReader.read(content, "content", problems).guard();
    }

    private List<ProblemCode> codes() {
        return problems.sorted().stream()
                .filter(p -> p.position().file().equals("content/guard.yaml"))
                .map(Problem::code)
                .toList();
    }
}
