package prongsai.content;

import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import prongsai.model.Agency;
import prongsai.model.Agency.Contact;
import prongsai.model.Agency.Executive;
import prongsai.model.Agency.NotApplicable;
import prongsai.model.Agency.OnlineChannel;
import prongsai.model.Agency.OnlineKind;
import prongsai.model.Agency.Place;
import prongsai.model.Agency.Renewal;
import prongsai.model.Agency.Role;
import prongsai.model.Agency.SecurityContact;
import prongsai.model.Agency.Unit;
import prongsai.model.Licence;
import prongsai.model.Numerals;
import prongsai.model.WebServer;
import prongsai.source.ProblemCode;
import prongsai.source.Problems;
import prongsai.source.Value;

/**
 * Reads {@code site.yaml}. An agency always comes out, with empty text where something is wrong, so that the records can
 * be checked against the rest; nothing of it is published while an error stands.
 */
final class AgencyReader {

    private static final URI NO_BASE = URI.create("https://www.example.go.th/");

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");
    /** What needs no escaping in the file of any web server. */
    private static final Pattern PLAIN_PATH = Pattern.compile("[\\p{L}\\p{M}\\p{N}/._~-]*");

    private static final Pattern BASE_URL = Pattern.compile("https?://[^?#]+");

    private final Fields fields;
    private final Problems problems;

    AgencyReader(Fields fields, Problems problems) {
        this.fields = fields;
        this.problems = problems;
    }

    Agency read() {
        return new Agency(
                fields.text("name").orElse(""),
                fields.text("nameEnglish"),
                fields.constant("kind", Agency.Kind.class),
                fields.text("district").orElse(""),
                fields.text("province").orElse(""),
                baseUrl(),
                fields.constant("numerals", Numerals.class).orElse(Numerals.THAI),
                fields.text("colour")
                        .map(c -> c.toLowerCase(Locale.ROOT))
                        .filter(c -> COLOUR.matcher(c).matches())
                        .orElse(Agency.DEFAULT_COLOUR),
                fields.file("seal"),
                fields.fiscalYear("currentYear"),
                fields.child("contact").map(AgencyReader::contact).orElse(Contact.NONE),
                fields.list("executives", AgencyReader::executive),
                units(),
                fields.child("channels").map(AgencyReader::channels).orElse(Map.of()),
                fields.list(
                        "notApplicable",
                        n -> both(n, "topic", "reason")
                                .map(b -> new NotApplicable(b.get(0), n.fiscalYear("year"), b.get(1)))),
                fields.list(
                        "renewals",
                        r -> r.text("what")
                                .flatMap(what ->
                                        r.date("due").map(due -> new Renewal(what, due, r.text("responsible"))))),
                fields.child("security").flatMap(AgencyReader::security),
                fields.child("licence").flatMap(l -> l.text("title").map(title -> new Licence(title, l.text("url")))),
                fields.constant("server", WebServer.class),
                HeaderReader.source(fields),
                fields.date("updated"));
    }

    private URI baseUrl() {
        // Another form is a problem of the schema's already.
        Optional<String> written =
                fields.text("baseUrl").filter(w -> BASE_URL.matcher(w).matches());
        if (written.isEmpty()) {
            return NO_BASE;
        }
        try {
            URI uri = URI.create(written.get().endsWith("/") ? written.get() : written.get() + "/");
            if (uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.normalize().equals(uri)
                    && (fields.text("server").isEmpty()
                            || PLAIN_PATH.matcher(uri.getPath()).matches())) {
                return uri;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // Reported below with the other forms that are no address.
        }
        problems.add(ProblemCode.BAD_BASE_URL, fields.position("baseUrl"), written.get());
        return NO_BASE;
    }

    private static Contact contact(Fields c) {
        return new Contact(
                c.text("address"),
                c.text("postcode"),
                c.text("phone"),
                c.text("fax"),
                c.text("email"),
                c.child("map")
                        .flatMap(m ->
                                m.number("lat").flatMap(lat -> m.number("lon").map(lon -> new Place(lat, lon)))));
    }

    private static Optional<Executive> executive(Fields e) {
        return both(e, "name", "position")
                .flatMap(np -> e.constant("role", Role.class)
                        .map(role -> new Executive(
                                np.get(0),
                                np.get(1),
                                role,
                                e.date("from"),
                                e.date("until"),
                                e.text("actingAs"),
                                e.file("photo"),
                                e.text("phone"),
                                e.text("email"))));
    }

    private static Optional<SecurityContact> security(Fields s) {
        List<String> contacts = s.texts("contact").stream()
                .map(c -> c.contains(":") ? c : "mailto:" + c)
                .toList();
        return s.date("expires")
                .filter(day -> !contacts.isEmpty())
                .map(day -> new SecurityContact(
                        contacts,
                        day,
                        s.text("policy"),
                        s.text("encryption"),
                        s.text("acknowledgments"),
                        s.texts("languages")));
    }

    private List<Unit> units() {
        List<Unit> units = new ArrayList<>();
        for (Value item : fields.items("units")) {
            if (item instanceof Value.Mapping mapping) {
                Fields unit = fields.of(mapping);
                unit.text("name").ifPresent(name -> units.add(new Unit(name, unit.texts("alsoWritten"))));
            } else if (item instanceof Value.Scalar scalar && !scalar.text().isBlank()) {
                units.add(new Unit(scalar.text().strip(), List.of()));
            }
        }
        return units;
    }

    private static Map<OnlineKind, OnlineChannel> channels(Fields c) {
        Map<OnlineKind, OnlineChannel> channels = new EnumMap<>(OnlineKind.class);
        for (OnlineKind kind : OnlineKind.values()) {
            String name = kind.name().toLowerCase(Locale.ROOT);
            if (c.isTrue(name)) {
                channels.put(kind, OnlineChannel.withoutAddress());
            } else {
                c.text(name).ifPresent(address -> channels.put(kind, OnlineChannel.at(address)));
            }
        }
        return channels;
    }

    private static Optional<List<String>> both(Fields fields, String first, String second) {
        return fields.text(first).flatMap(a -> fields.text(second).map(b -> List.of(a, b)));
    }
}
