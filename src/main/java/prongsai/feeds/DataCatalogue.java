package prongsai.feeds;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import prongsai.model.Agency;
import prongsai.model.Agency.Contact;
import prongsai.render.ThaiText;
import prongsai.site.DatasetInfo;
import prongsai.site.DatasetInfo.Form;
import prongsai.site.OutputPath;
import prongsai.site.Route;
import prongsai.source.JsonOutput;

/**
 * The catalogue of the datasets for machines: DCAT 3 (W3C, 2024) as JSON-LD, with the fields that the government data
 * catalogue (ระบบบัญชีข้อมูลภาครัฐ, GD Catalog) asks for. What the agency has not said is left out.
 */
final class DataCatalogue {

    private static final Map<String, Object> CONTEXT = Tree.of(
            "dcat", "http://www.w3.org/ns/dcat#",
            "dct", "http://purl.org/dc/terms/",
            "foaf", "http://xmlns.com/foaf/0.1/",
            "skos", "http://www.w3.org/2004/02/skos/core#",
            "vcard", "http://www.w3.org/2006/vcard/ns#",
            "xsd", "http://www.w3.org/2001/XMLSchema#");

    private static final String AUTHORITY = "http://publications.europa.eu/resource/authority/";
    private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";
    /** หมวดหมู่ข้อมูลตามธรรมาภิบาลข้อมูลภาครัฐ: all that a site publishes is public. */
    private static final String CATEGORY = "ข้อมูลสาธารณะ";

    private final Agency agency;
    private final Addresses addresses;
    private final String page;

    DataCatalogue(Agency agency, Addresses addresses) {
        this.agency = agency;
        this.addresses = addresses;
        this.page = addresses.of(new Route(DatasetInfo.FOLDER));
    }

    byte[] of(List<DatasetInfo> datasets) {
        List<Object> described = new ArrayList<>();
        datasets.forEach(d -> described.add(dataset(d)));
        described.add(files());
        Map<String, Object> catalogue = Tree.of(
                "@context", CONTEXT,
                "@id", page + "#catalogue",
                "@type", "dcat:Catalog",
                "dct:title", thai("ข้อมูลเปิดของ" + agency.name()),
                "dct:description", thai("ชุดข้อมูลที่" + agency.name() + "เผยแพร่บนเว็บไซต์ พร้อมคำอธิบายทุกคอลัมน์"),
                "foaf:homepage", reference(page),
                "dct:publisher", publisher(),
                "dcat:contactPoint", contact());
        addCommon(catalogue);
        catalogue.put("dcat:dataset", described);
        return (JsonOutput.write(catalogue) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, Object> publisher() {
        Map<String, Object> publisher =
                Tree.of("@id", page + "#publisher", "@type", "foaf:Organization", "foaf:name", thai(agency.name()));
        agency.nameEnglish()
                .ifPresent(name -> publisher.put(
                        "foaf:name", List.of(thai(agency.name()), Tree.of("@value", name, "@language", "en"))));
        publisher.put("foaf:homepage", reference(addresses.of(Route.HOME)));
        return publisher;
    }

    private Map<String, Object> contact() {
        Contact contact = agency.contact();
        Map<String, Object> card =
                Tree.of("@id", page + "#contact", "@type", "vcard:Organization", "vcard:fn", agency.name());
        contact.email().ifPresent(email -> card.put("vcard:hasEmail", reference("mailto:" + email)));
        contact.phone().ifPresent(phone -> card.put("vcard:hasTelephone", reference(ThaiText.telephone(phone))));
        Map<String, Object> address = Tree.of("@type", "vcard:Address");
        contact.address().ifPresent(a -> address.put("vcard:street-address", a));
        address.put("vcard:locality", "อำเภอ" + agency.district());
        address.put("vcard:region", "จังหวัด" + agency.province());
        contact.postcode().ifPresent(p -> address.put("vcard:postal-code", p));
        card.put("vcard:hasAddress", address);
        return card;
    }

    /** What holds for the catalogue and each of its datasets. */
    private void addCommon(Map<String, Object> described) {
        described.put("dct:language", reference("http://id.loc.gov/vocabulary/iso639-1/th"));
        described.put(
                "dct:spatial",
                Tree.of(
                        "@type",
                        "dct:Location",
                        "skos:prefLabel",
                        thai(agency.name() + " อำเภอ" + agency.district() + " จังหวัด" + agency.province())));
        agency.licence().ifPresent(licence -> {
            Map<String, Object> document = new LinkedHashMap<>();
            licence.url().ifPresent(url -> document.put("@id", url));
            document.put("@type", "dct:LicenseDocument");
            document.put("dct:title", thai(licence.title()));
            described.put("dct:license", document);
        });
    }

    private Map<String, Object> dataset(DatasetInfo info) {
        List<Object> forms = new ArrayList<>();
        forms.add(distribution(info.file(Form.CSV), "CSV", "text/csv"));
        forms.add(distribution(
                info.file(Form.XLSX), "XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));
        Map<String, Object> json = distribution(info.file(Form.JSON), "JSON", "application/json");
        json.put("dct:conformsTo", reference(addresses.of(info.file(Form.SCHEMA))));
        forms.add(json);
        Map<String, Object> dataset = described(
                info.name(), info.title(), info.description(), info.kind().word(), info.frequency(), info.keywords());
        info.modified()
                .ifPresent(day -> dataset.put("dct:modified", Tree.of("@value", day.toString(), "@type", "xsd:date")));
        dataset.put("dcat:distribution", forms);
        return dataset;
    }

    private Map<String, Object> files() {
        Map<String, Object> dataset = described(
                "files",
                "รายการไฟล์ที่เผยแพร่",
                "ไฟล์ทั้งหมดของเว็บไซต์ พร้อมขนาดและค่า SHA-256 สำหรับตรวจสอบว่าสำเนาตรงกับที่เผยแพร่",
                DatasetInfo.Kind.RECORDS.word(),
                DatasetInfo.Frequency.IRREGULAR,
                List.of("ไฟล์", "SHA-256"));
        dataset.put("dcat:distribution", List.of(distribution(DatasetInfo.FILES, "CSV", "text/csv")));
        return dataset;
    }

    private Map<String, Object> described(
            String name,
            String title,
            String description,
            String kind,
            DatasetInfo.Frequency frequency,
            List<String> keywords) {
        Map<String, Object> dataset = Tree.of(
                "@id", page + "#" + name,
                "@type", "dcat:Dataset",
                "dct:identifier", name,
                "dct:title", thai(title),
                "dct:description", thai(description),
                "dct:publisher", reference(page + "#publisher"),
                "dcat:contactPoint", reference(page + "#contact"),
                "dcat:theme", concept(CATEGORY),
                "dct:type", concept(kind),
                "dct:accrualPeriodicity",
                        Tree.of(
                                "@id",
                                AUTHORITY + "frequency/" + frequency.code(),
                                "@type",
                                "dct:Frequency",
                                "skos:prefLabel",
                                thai(frequency.word())),
                "dcat:keyword", keywords.stream().map(DataCatalogue::thai).toList(),
                "dct:accessRights", reference(AUTHORITY + "access-right/PUBLIC"),
                "dcat:landingPage", reference(page));
        addCommon(dataset);
        return dataset;
    }

    private Map<String, Object> distribution(OutputPath file, String format, String mediaType) {
        Map<String, Object> distribution = Tree.of(
                "@id", addresses.of(file),
                "@type", "dcat:Distribution",
                "dct:title", format,
                "dct:format", format,
                "dcat:mediaType", reference(MEDIA_TYPES + mediaType),
                "dcat:accessURL", reference(page),
                "dcat:downloadURL", reference(addresses.of(file)));
        agency.licence()
                .ifPresent(licence -> distribution.put(
                        "dct:license",
                        licence.url()
                                .map(DataCatalogue::reference)
                                .orElseGet(() ->
                                        Tree.of("@type", "dct:LicenseDocument", "dct:title", thai(licence.title())))));
        return distribution;
    }

    private static Map<String, Object> concept(String word) {
        return Tree.of("@type", "skos:Concept", "skos:prefLabel", thai(word));
    }

    private static Map<String, Object> thai(String text) {
        return Tree.of("@value", text, "@language", "th");
    }

    private static Map<String, Object> reference(String address) {
        return Tree.of("@id", address);
    }
}
