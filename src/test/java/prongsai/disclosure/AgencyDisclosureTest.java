package prongsai.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prongsai.model.Agency.OnlineKind;

/** What {@code site.yaml} discloses. */
class AgencyDisclosureTest {

    @TempDir
    Path folder;

    private Site site(String more) {
        return new Site(folder, more);
    }

    private static Coverage coverage(DisclosureReport report, String item, String component) {
        return report.item(item).orElseThrow().topics().stream()
                .flatMap(t -> t.components().stream())
                .filter(c -> c.component().id().equals(component))
                .findFirst()
                .orElseThrow()
                .coverage();
    }

    @Test
    void contactIsCompleteWithoutFaxWhichIsOptional() {
        Site site = site("""
                contact: {address: 1 หมู่ 2, phone: "075-641422", email: a@example.go.th, map: {lat: 7.9, lon: 99.1}}
                updated: 2563-04-01
                """);

        assertThat(site.status("O5")).isEqualTo("complete");
        DisclosureReport report = site.report(2563);
        assertThat(coverage(report, "O5", "fax")).isEqualTo(new Coverage.NotShown(new Gap.NoEvidence()));
        assertThat(coverage(report, "O5", "map"))
                .isEqualTo(new Coverage.Covered(List.of(
                        new Evidence.OfAgency(Evidence.Section.CONTACT, Optional.of(LocalDate.of(2020, 4, 1))))));
        assertThat(report.item("O5").orElseThrow().lastChange()).contains(LocalDate.of(2020, 4, 1));
    }

    @Test
    void contactNamesWhatIsMissing() {
        assertThat(site("contact: {phone: 075-641422}\n").status("O5"))
                .isEqualTo("incomplete: contact[address, email, map]");
        assertThat(site("").status("O5")).isEqualTo("missing: contact[address, phone, email, map]");
    }

    @Test
    void executivesAreCompleteOnlyIfEveryOneHasEverything() {
        Site site = site("""
                executives:
                  - {name: นาย ก, position: นายก, role: head, photo: files/a.jpg, phone: 075-1}
                  - {name: นาย ข, position: รองนายก, role: deputy, photo: files/a.jpg, email: b@example.go.th}
                  - {name: นาง ค, position: ปลัด, role: permanent-secretary, photo: files/a.jpg}
                """);
        site.file("files/a.jpg", "x");

        assertThat(site.status("O2")).isEqualTo("incomplete: executives[contact]");
        assertThat(coverage(site.report(2563), "O2", "contact"))
                .isEqualTo(new Coverage.Missing(new Gap.PeopleLack(List.of("นาง ค"))));
    }

    @Test
    void executivesOfOneSideOnlyAreIncomplete() {
        assertThat(site("executives: [{name: นาย ก, position: นายก, role: head}]\n")
                        .status("O2"))
                .isEqualTo("incomplete: executives[deputies, both-sides, photo, contact]");
    }

    @Test
    void anExecutiveWhoseTermIsOverIsNotAskedForAPhotograph() {
        Site site = site("""
                executives:
                  - {name: นาย เก่า, position: นายก, role: head, until: 2563-02-01}
                  - {name: นาย ใหม่, position: นายก, role: head, from: 2563-02-02, photo: files/a.jpg, phone: 075-1}
                """);
        site.file("files/a.jpg", "x");

        assertThat(site.status("O2")).isEqualTo("incomplete: executives[deputies, both-sides]");
    }

    @Test
    void aChannelWithoutAnAddressIsAGap() {
        Site site = site("channels: {facebook: true, line: true, complaint: true}\n");

        assertThat(site.status("O9")).isEqualTo("missing: social-network[link]");
        DisclosureReport report = site.report(2563);
        assertThat(coverage(report, "O9", "link"))
                .isEqualTo(new Coverage.Missing(new Gap.NoAddress(List.of(OnlineKind.FACEBOOK, OnlineKind.LINE))));
        assertThat(coverage(report, "O30", "online"))
                .isEqualTo(new Coverage.Missing(new Gap.NoAddress(List.of(OnlineKind.COMPLAINT))));
        assertThat(coverage(report, "O32", "channel")).isEqualTo(new Coverage.Missing(new Gap.NoEvidence()));
    }

    @Test
    void oneSocialNetworkWithAnAddressIsEnough() {
        Site site = site("channels: {facebook: https://www.facebook.com/x, line: true}\n");

        assertThat(site.status("O9")).isEqualTo("complete");
        assertThat(coverage(site.report(2563), "O9", "link"))
                .isEqualTo(new Coverage.Covered(List.of(
                        new Evidence.OfChannel(OnlineKind.FACEBOOK, "https://www.facebook.com/x", Optional.empty()))));
    }

    @Test
    void channelsDiscloseWhatAnAddressCanShow() {
        Site site = site("""
                channels:
                  qa: https://example.go.th/qa
                  complaint: https://example.go.th/complaint
                  feedback: https://example.go.th/feedback
                  eservice: https://example.go.th/e
                """);

        assertThat(site.status("O8")).isEqualTo("incomplete: qa[answer]");
        assertThat(site.status("O17")).isEqualTo("incomplete: e-service[how]");
        assertThat(site.status("O30")).isEqualTo("incomplete: complaint-channel[privacy]");
        assertThat(site.status("O32")).isEqualTo("complete");
    }

    @Test
    void whatDoesNotApplyShowsItsReasonAndOnlyInItsYear() {
        Site site = site("""
                notApplicable:
                  - {topic: e-service, year: 2563, reason: ไม่มีบริการที่ให้ทางออนไลน์ได้}
                  - {topic: qa, year: 2564, reason: อื่น}
                  - {topic: laws, reason: ทุกปี}
                """);

        assertThat(site.status("O17")).isEqualTo("not applicable: ไม่มีบริการที่ให้ทางออนไลน์ได้");
        assertThat(site.status("O8")).isEqualTo("missing: qa[ask, answer]");
        assertThat(site.status("O6")).isEqualTo("not applicable: ทุกปี");
    }

    @Test
    void anItemIsStillAskedForTheTopicsThatApply() {
        Site site = site("""
                notApplicable: [{topic: authority, reason: ก}]
                """);
        site.file("pages/structure.md", page("structure", "chart, units, political"));

        assertThat(site.status(2568, "O1")).isEqualTo("complete");
    }

    static String page(String topic, String components) {
        return """
                ---
                title: หน้า
                discloses: [{topic: %s, components: [%s]}]
                ---
                ข้อความ
                """.formatted(topic, components);
    }
}
