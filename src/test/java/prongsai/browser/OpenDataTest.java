package prongsai.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import prongsai.site.Fingerprint;

/** The files of the open data (ข้อมูลเปิด), as they are published. */
class OpenDataTest {

    private static final String SITES = "prongsai.browser.TestSite#all";
    private static final List<String> NAMES = List.of(
            "announcements",
            "items",
            "plan-actions",
            "plan-progress",
            "results",
            "service-steps",
            "services",
            "statistics",
            "sub-indicators");

    private final PublishedData full = new PublishedData(TestSite.nongSaiKhao());
    private final PublishedData sparse = new PublishedData(TestSite.khlongPhon());

    @ParameterizedTest
    @MethodSource(SITES)
    void everyDatasetKeepsToItsPublishedSchema(TestSite site) {
        PublishedData data = new PublishedData(site);
        assertThat(data.names()).isEqualTo(NAMES);
        for (String name : NAMES) {
            String address = data.json(name + ".json").get("$schema").asText();
            assertThat(address).endsWith(site.base() + "data/" + name + ".schema.json");
            String schema = data.text(name + ".schema.json");
            var errors = SchemaRegistry.withDefaultDialect(
                            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(id -> schema))
                    .getSchema(SchemaLocation.of(address))
                    .validate(
                            data.text(name + ".json"),
                            InputFormat.JSON,
                            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
            assertThat(errors).as(name).isEmpty();
        }
    }

    @Test
    void aRowThatDoesNotKeepToTheSchemaIsFound() {
        String wrong = full.text("results.json").replaceFirst("\"score\":[0-9.]+", "\"score\":\"many\"");
        String schema = full.text("results.schema.json");
        var errors = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(id -> schema))
                .getSchema(SchemaLocation.of("https://schema.invalid/results.schema.json"))
                .validate(wrong, InputFormat.JSON);
        assertThat(errors).extracting(e -> e.getInstanceLocation().toString()).containsExactly("/rows/0/score");
    }

    @ParameterizedTest
    @MethodSource(SITES)
    void allFormsOfADatasetHoldTheSameCells(TestSite site) {
        PublishedData data = new PublishedData(site);
        for (String name : NAMES) {
            List<List<String>> table = data.table(name);
            assertThat(data.csv(name)).as(name + ".csv").isEqualTo(table);
            assertThat(data.xlsx(name)).as(name + ".xlsx").isEqualTo(table);
        }
    }

    @Test
    void everyDatasetOfTheFullSiteHasRows() {
        assertThat(NAMES).allMatch(name -> !full.rows(name).isEmpty());
    }

    @ParameterizedTest
    @MethodSource(SITES)
    void theListOfFilesHasTheSizeAndSumOfEveryOtherFile(TestSite site) throws IOException {
        List<String> expected = new ArrayList<>();
        try (Stream<Path> files = Files.walk(site.root())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = site.root().relativize(file).toString().replace('\\', '/');
                Fingerprint bytes = Fingerprint.of(Files.readAllBytes(file));
                expected.add(path + "," + bytes.size() + "," + bytes.sha256());
            }
        }
        expected.removeIf(line -> line.matches("(data/(files\\.csv|index\\.html)|assets/preview/.*|\\.prongsai.*),.*"));
        Collections.sort(expected);
        List<String> lines = new PublishedData(site).text("files.csv").lines().toList();
        assertThat(lines.get(0)).isEqualTo("\uFEFFpath,size,sha256");
        assertThat(lines.subList(1, lines.size())).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource(SITES)
    void theCatalogueDescribesEveryDatasetAndLeadsToItsFiles(TestSite site) {
        PublishedData data = new PublishedData(site);
        List<String> names = new ArrayList<>();
        for (JsonNode dataset : data.json("catalog.jsonld").get("dcat:dataset")) {
            names.add(dataset.get("dct:identifier").asText());
            assertThat(List.of(
                            "dct:title",
                            "dct:description",
                            "dct:publisher",
                            "dcat:contactPoint",
                            "dcat:theme",
                            "dct:type",
                            "dct:accrualPeriodicity",
                            "dcat:keyword",
                            "dcat:distribution"))
                    .as(names.toString())
                    .allMatch(dataset::hasNonNull);
            for (JsonNode form : dataset.get("dcat:distribution")) {
                String address = form.get("dcat:downloadURL").get("@id").asText();
                String file = address.replaceFirst("^https://[^/]+" + site.base(), "");
                assertThat(site.root().resolve(file)).isRegularFile();
            }
        }
        List<String> expected = new ArrayList<>(NAMES);
        expected.add("files");
        assertThat(names).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void theCatalogueLeavesOutWhatTheAgencyHasNotSaid() {
        JsonNode catalogue = sparse.json("catalog.jsonld");
        assertThat(catalogue.get("dcat:contactPoint").toString())
                .isEqualTo("{\"@id\":\"https://www.example.go.th/data/#contact\",\"@type\":\"vcard:Organization\","
                        + "\"vcard:fn\":\"เทศบาลตำบลคลองพน\",\"vcard:hasTelephone\":{\"@id\":\"tel:+6675641422\"},"
                        + "\"vcard:hasAddress\":{\"@type\":\"vcard:Address\",\"vcard:locality\":\"อำเภอคลองท่อม\","
                        + "\"vcard:region\":\"จังหวัดกระบี่\"}}");
        assertThat(catalogue.findValues("dct:license")).isEmpty();
        assertThat(sparse.json("results.json").get("licence").isNull()).isTrue();
    }

    @Test
    void theCatalogueNamesTheLicenceThatTheAgencyGives() {
        JsonNode licence = full.json("catalog.jsonld").get("dct:license");
        assertThat(licence.toString())
                .isEqualTo("{\"@id\":\"https://creativecommons.org/licenses/by/4.0/deed.th\","
                        + "\"@type\":\"dct:LicenseDocument\",\"dct:title\":{\"@value\":"
                        + "\"ครีเอทีฟคอมมอนส์ แสดงที่มา 4.0 (CC BY 4.0)\",\"@language\":\"th\"}}");
    }
}
