package prongsai.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import prongsai.model.FilePath;

class AttachmentsTest {

    private static final int LONGEST_NAME_ON_DISK = 255;

    @Provide
    Arbitrary<FilePath> files() {
        Arbitrary<String> folder = Arbitraries.of("", "files/", "files/2563/", "files/ปี 2563/", "news/2563/open-day/");
        Arbitrary<String> name = Arbitraries.of(
                        "a",
                        "Z",
                        "0",
                        "-",
                        "_",
                        " ",
                        ".",
                        "(",
                        "]",
                        "%",
                        "#",
                        "?",
                        "+",
                        "'",
                        "ก",
                        "ำ",
                        "่",
                        "\u200b",
                        "\ud83d\ude00")
                .list()
                .ofMinSize(1)
                .ofMaxSize(300)
                .map(letters -> cutToDisk(String.join("", letters)))
                .filter(n -> !n.isEmpty() && !n.equals(".") && !n.equals(".."));
        return Combinators.combine(folder, name).as((f, n) -> new FilePath(f + n));
    }

    private static String cutToDisk(String name) {
        String cut = name;
        while (cut.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME_ON_DISK) {
            cut = cut.substring(0, cut.length() - 1);
        }
        return cut;
    }

    @Property
    void isAnAsciiPathThatEveryServerCanServe(@ForAll("files") FilePath file) {
        String published = Attachments.publishedName(file);
        assertThat(OutputPath.isValid(published)).as(published).isTrue();
        assertThat(published).startsWith("files/").matches("[a-z0-9/.-]+");
        assertThat(Attachments.publishedName(new FilePath(file.path()))).isEqualTo(published);
    }

    @Property(tries = 100)
    void twoFilesNeverShareAName(@ForAll Set<@net.jqwik.api.From("files") FilePath> files) {
        Set<String> published = files.stream().map(Attachments::publishedName).collect(Collectors.toSet());
        assertThat(published).hasSameSizeAs(files);
    }

    @Example
    void aPlainNameStaysAndAnyOtherGetsItsPathsFingerprint() {
        assertThat(Attachments.publishedName(new FilePath("files/no-gift.pdf"))).isEqualTo("files/no-gift.pdf");
        assertThat(Attachments.publishedName(new FilePath("files/2563/no-gift.pdf")))
                .isEqualTo("files/2563/no-gift.pdf");
        assertThat(Attachments.publishedName(new FilePath("files/No Gift (1).PDF")))
                .matches("files/no-gift-1-[0-9a-f]{8}\\.pdf");
        assertThat(Attachments.publishedName(new FilePath("files/แผน 2563.pdf")))
                .matches("files/2563-[0-9a-f]{8}\\.pdf");
        assertThat(Attachments.publishedName(new FilePath("files/แผน.pdf"))).matches("files/file-[0-9a-f]{8}\\.pdf");
        assertThat(Attachments.publishedName(new FilePath("news/2563/a/photo.jpg")))
                .matches("files/photo-[0-9a-f]{8}\\.jpg");
    }

    @Example
    void aSentenceAfterTheLastDotIsCutLikeAnyOtherLongName() {
        FilePath longest = new FilePath("files/" + "a".repeat(60) + "." + "b".repeat(194));
        assertThat(OutputPath.isValid(Attachments.publishedName(longest))).isTrue();
        assertThat(Attachments.publishedName(new FilePath("files/1. Plan of the year")))
                .matches("files/1-[0-9a-f]{8}\\.plan-of-th");
        FilePath deep = new FilePath("files/" + "folder/".repeat(200) + "a.pdf");
        assertThat(Attachments.publishedName(deep)).matches("files/a-[0-9a-f]{8}\\.pdf");
    }

    @Example
    void namesStayTheSameForEver() {
        // Links to these have been given out: a change here breaks them.
        assertThat(Attachments.publishedName(new FilePath("files/แผนพัฒนา (ฉบับที่ 2).docx")))
                .isEqualTo("files/2-6c9f6579.docx");
    }

    @Example
    void aFileSavedFromTheSiteAndPutBackDoesNotTakeItsOriginalsName() {
        String published = Attachments.publishedName(new FilePath("files/แผน.pdf"));
        assertThat(Attachments.publishedName(new FilePath(published)))
                .isNotEqualTo(published)
                .matches("files/file-[0-9a-f]{8}-[0-9a-f]{8}\\.pdf");
    }

    @Example
    void filesWhoseNamesDifferInCaseAloneHaveTwoNames() {
        assertThat(Attachments.publishedName(new FilePath("files/Plan.pdf")))
                .isNotEqualToIgnoringCase(Attachments.publishedName(new FilePath("files/plan.pdf")))
                .isNotEqualToIgnoringCase(Attachments.publishedName(new FilePath("files/PLAN.pdf")));
    }

    @Example
    void theTypeIsTheExtensionInCapitals() {
        assertThat(Attachments.type(new FilePath("files/a.pdf"))).isEqualTo("PDF");
        assertThat(Attachments.type(new FilePath("files/a.tar.Gz"))).isEqualTo("GZ");
        assertThat(Attachments.type(new FilePath("files/a"))).isEmpty();
    }
}
