package prongsai.render;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import prongsai.model.Agency;
import prongsai.model.Agency.Executive;
import prongsai.model.Agency.OnlineChannel;
import prongsai.model.Agency.OnlineKind;
import prongsai.render.Parts.Fact;
import prongsai.render.Parts.SourceNote;
import prongsai.site.Page;
import prongsai.site.Route;

/** View of the page about the agency: who leads it, its units, how to reach it. */
final class AgencyViews {

    private final Agency agency;
    private final ThaiText text;
    private final RecordParts parts;

    AgencyViews(Agency agency, ThaiText text, RecordParts parts) {
        this.agency = agency;
        this.text = text;
        this.parts = parts;
    }

    /** An executive; the gap names what the site does not know of the person. */
    record PersonView(
            String name,
            String position,
            String actingAs,
            String photo,
            String initials,
            String term,
            String phone,
            String phoneHref,
            String email,
            String gap) {}

    /** An online channel; without an address it is a gap. */
    record ChannelView(String name, String href, String label, String gap) {}

    /** Everything that {@code site.yaml} tells citizens. */
    record AgencyView(
            String name,
            String nameEnglish,
            String kind,
            String place,
            List<PersonView> political,
            List<PersonView> permanent,
            List<String> units,
            List<Fact> contact,
            List<ChannelView> channels,
            Optional<SourceNote> source) {}

    AgencyView agency(Page.Own page) {
        return new AgencyView(
                agency.name(),
                agency.nameEnglish().orElse(""),
                agency.kind().map(k -> ThaiText.agency(Optional.of(k))).orElse(""),
                FrameMaker.place(agency),
                people(true, page.route()),
                people(false, page.route()),
                agency.units().stream().map(AgencyViews::unit).toList(),
                contact(),
                channels(),
                source());
    }

    private static String unit(Agency.Unit unit) {
        return unit.alsoWritten().isEmpty()
                ? unit.name()
                : unit.name() + " (เขียนอีกแบบว่า " + String.join(", ", unit.alsoWritten()) + ")";
    }

    private List<PersonView> people(boolean political, Route page) {
        return agency.executives().stream()
                .filter(e -> e.role().isPolitical() == political)
                .map(e -> person(e, page))
                .toList();
    }

    private PersonView person(Executive e, Route page) {
        List<String> missing = new ArrayList<>();
        if (e.photo().isEmpty()) {
            missing.add("รูปถ่าย");
        }
        if (e.phone().isEmpty() && e.email().isEmpty()) {
            missing.add("ช่องทางการติดต่อ");
        }
        return new PersonView(
                e.name(),
                e.position(),
                e.actingAs().map(a -> "รักษาการแทน " + a).orElse(""),
                parts.picture(e.photo(), page).orElse(""),
                Initials.of(e.name()),
                term(e),
                e.phone().map(text::digits).orElse(""),
                e.phone().map(FrameMaker::telephone).orElse(""),
                e.email().orElse(""),
                missing.isEmpty() ? "" : "ยังไม่มี" + String.join("และ", missing) + "บนเว็บไซต์นี้");
    }

    private String term(Executive e) {
        Optional<LocalDate> from = e.from();
        Optional<LocalDate> until = e.until();
        if (from.isEmpty() && until.isEmpty()) {
            return "";
        }
        return "ดำรงตำแหน่ง"
                + from.map(d -> "ตั้งแต่ " + text.date(d)).orElse("")
                + until.map(d -> " ถึง " + text.date(d)).orElse("");
    }

    /** Every line that the disclosure of contact data asks for, absent ones too: those show as gaps. */
    private List<Fact> contact() {
        Agency.Contact c = agency.contact();
        List<Fact> facts = new ArrayList<>();
        String postcode = c.postcode().map(p -> " " + text.digits(p)).orElse("");
        facts.add(new Fact(
                "ที่อยู่",
                c.address()
                        .map(a -> text.digits(a) + " " + FrameMaker.place(agency) + postcode)
                        .orElse("")));
        facts.add(new Fact(
                "โทรศัพท์",
                c.phone().map(text::digits).orElse(""),
                c.phone().map(FrameMaker::telephone).orElse(""),
                ""));
        c.fax().ifPresent(f -> facts.add(new Fact("โทรสาร", text.digits(f))));
        facts.add(new Fact(
                "อีเมล", c.email().orElse(""), c.email().map(e -> "mailto:" + e).orElse(""), ""));
        facts.add(new Fact(
                "แผนที่ตั้ง",
                c.map().map(this::coordinates).orElse(""),
                c.map().map(AgencyViews::map).orElse(""),
                ""));
        return facts;
    }

    private String coordinates(Agency.Place place) {
        return "ละติจูด " + text.digits(place.lat().toPlainString()) + " ลองจิจูด "
                + text.digits(place.lon().toPlainString());
    }

    /** A link that the reader follows, not a map inside the page: no map service learns who visits. */
    private static String map(Agency.Place place) {
        String lat = place.lat().toPlainString();
        String lon = place.lon().toPlainString();
        return "https://www.openstreetmap.org/?mlat=" + lat + "&mlon=" + lon + "#map=16/" + lat + "/" + lon;
    }

    private List<ChannelView> channels() {
        List<ChannelView> views = new ArrayList<>();
        for (OnlineKind kind : OnlineKind.values()) {
            OnlineChannel channel = agency.channel(kind);
            String gap =
                    channel.exists() ? "มีช่องทางนี้ แต่ยังไม่มีที่อยู่บนเว็บไซต์นี้" : "ยังไม่มีข้อมูลบนเว็บไซต์นี้";
            String address = channel.address().orElse("");
            views.add(new ChannelView(ThaiText.online(kind), address, address, gap));
        }
        return views;
    }

    private Optional<SourceNote> source() {
        return agency.source()
                .map(s -> new SourceNote(
                        s.title().orElse(""), s.part().orElse(""), "", parts.lastChange(agency.updated())));
    }
}
