package prongsai.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import prongsai.model.Allowance;
import prongsai.model.ThaiDate;
import prongsai.source.Problems;
import prongsai.source.SourceFile;
import prongsai.source.Value;
import prongsai.source.YamlText;

class GuardYamlTest {

    private static final Allowance ENTRY = new Allowance(
            "bmV3IGhhc2ggb2YgdGhlIG51bWJlcg==",
            "ประกาศผู้ชนะการเสนอราคา",
            "นายใจดี มีสุข",
            Optional.of(LocalDate.of(2021, 9, 30)));

    private static final String ADDED = """
              - hash: "bmV3IGhhc2ggb2YgdGhlIG51bWJlcg=="
                reason: "ประกาศผู้ชนะการเสนอราคา"
                by: "นายใจดี มีสุข"
                until: 2564-09-30
            """;

    @Example
    void aNewFileSaysWhoWroteIt() {
        assertThat(GuardYaml.withEntry(Optional.empty(), "c2FsdA==", ENTRY)).contains("""
                        # ข้อมูลส่วนบุคคลที่อนุญาตให้เผยแพร่ เขียนโดยคำสั่ง check --allow
                        # ห้ามเขียนหมายเลขจริงลงในไฟล์นี้
                        salt: "c2FsdA=="
                        allow:
                        """ + ADDED);
    }

    @Example
    void commentsAndOlderEntriesStayAsTheyAre() {
        String existing = """
                # ของเดิม
                salt: 'old'   # ห้ามแก้
                allow:
                  # รายแรก
                  - {hash: AAAAAAAAAAAAAAAAAAAAAAAA, reason: เดิม, by: ก}   # ท้ายบรรทัด
                """;
        assertThat(added(existing)).isEqualTo(existing + ADDED);
    }

    @Example
    void whatStandsBelowTheListStaysBelowIt() {
        String list = """
                allow:
                - hash: AAAAAAAAAAAAAAAAAAAAAAAA
                  reason: |
                    สอง

                    บรรทัด
                  by: ก
                """;
        String rest = "\n# ค่าสุ่ม\nsalt: old\n";
        String entry = ADDED.replaceAll("(?m)^  ", "");
        assertThat(added(list + rest)).isEqualTo(list + entry + rest);
    }

    @Example
    void anEmptyListGetsItsFirstEntry() {
        assertThat(added("salt: old\nallow: []\n")).isEqualTo("salt: old\nallow:\n" + ADDED);
        assertThat(added("allow: []   \nsalt: old\n")).isEqualTo("allow:\n" + ADDED + "salt: old\n");
        assertThat(added("salt: old\n")).isEqualTo("salt: old\nallow:\n" + ADDED);
    }

    @Example
    void aListInBracketsStaysInBrackets() {
        String entry =
                "{hash: \"bmV3IGhhc2ggb2YgdGhlIG51bWJlcg==\", reason: \"ประกาศผู้ชนะการเสนอราคา\", by: \"นายใจดี มีสุข\", until: 2564-09-30}";
        assertThat(added("{salt: old, allow: []}")).isEqualTo("{salt: old, allow: [" + entry + "]}");
        assertThat(added("salt: old\nallow: [{hash: A, reason: b, by: c}]"))
                .isEqualTo("salt: old\nallow: [" + entry + ", {hash: A, reason: b, by: c}]");
    }

    @Example
    void aFileWithoutALastLineEndOrWithOthersIsContinuedInItsOwnWay() {
        assertThat(added("salt: old\r\nallow:\r\n  - {hash: A, reason: b, by: c}"))
                .isEqualTo("salt: old\r\nallow:\r\n  - {hash: A, reason: b, by: c}\r\n" + ADDED.replace("\n", "\r\n"));
    }

    @Example
    void onlyCommentsAreKeptAboveTheFirstEntry() {
        assertThat(added("# ยังไม่มี")).isEqualTo("# ยังไม่มี\nsalt: \"new\"\nallow:\n" + ADDED);
    }

    @Example
    void whatIsNoListOfAllowancesIsLeftAlone() {
        assertThat(GuardYaml.withEntry(Optional.of("- a\n- b\n"), "s", ENTRY)).isEmpty();
        assertThat(GuardYaml.withEntry(Optional.of("salt: [\n"), "s", ENTRY)).isEmpty();
        assertThat(GuardYaml.withEntry(Optional.of("salt: a\nallow: yes\n"), "s", ENTRY))
                .isEmpty();
        assertThat(GuardYaml.withEntry(Optional.of("allow: []\n"), "s", ENTRY)).isEmpty();
    }

    @Example
    void quotesAndLineEndsInAReasonStayInTheReason() {
        Allowance hostile = new Allowance(
                "hash", "a\"\nsalt: stolen\n# \\ ' \u2028\u202e\ud83d\ude00", "- {x: y}", Optional.empty());
        assertThat(GuardYaml.withEntry(Optional.of("salt: old\nallow: []\n"), "s", hostile))
                .contains("""
                        salt: old
                        allow:
                          - hash: "hash"
                            reason: "a\\"\\u000Asalt: stolen\\u000A# \\\\ ' \\u2028\\u202E😀"
                            by: "- {x: y}"
                        """);
    }

    @Property
    void anyReasonAndAnyNameAreReadBackAsTheyWereGiven(@ForAll String reason, @ForAll String by) {
        Allowance entry = new Allowance("hash", reason, by, Optional.empty());
        String text = GuardYaml.withEntry(Optional.empty(), "salt", entry).orElseThrow();
        assertThat(field(text, 0, "reason")).isEqualTo(reason);
        assertThat(field(text, 0, "by")).isEqualTo(by);
        String twice = GuardYaml.withEntry(Optional.of(text), "other", ENTRY).orElseThrow();
        assertThat(twice).startsWith(text);
        assertThat(field(twice, 0, "by")).isEqualTo(by);
        assertThat(field(twice, 1, "until"))
                .isEqualTo(ThaiDate.write(ENTRY.until().orElseThrow()));
    }

    private static String added(String existing) {
        return GuardYaml.withEntry(Optional.of(existing), "new", ENTRY).orElseThrow();
    }

    private static String field(String text, int entry, String name) {
        Problems problems = new Problems();
        Value value =
                YamlText.parse(new SourceFile("guard.yaml", text), problems).orElseThrow();
        return ((Value.Scalar) value.at("/allow/" + entry + "/" + name)).text();
    }
}
