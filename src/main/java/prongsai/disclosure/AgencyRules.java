package prongsai.disclosure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import prongsai.disclosure.Evidence.Section;
import prongsai.model.Agency.Contact;
import prongsai.model.Agency.Executive;
import prongsai.model.Agency.Role;

/**
 * Components that {@code site.yaml} shows or does not show. The structure of the agency is not among them: the units
 * listed there are those that records may name, and nobody can tell from them whether they are all.
 */
final class AgencyRules {

    static final Map<String, Rule> RULES = Map.ofEntries(
            Map.entry("contact/address", contact(Contact::address)),
            Map.entry("contact/phone", contact(Contact::phone)),
            Map.entry("contact/fax", contact(Contact::fax)),
            Map.entry("contact/email", contact(Contact::email)),
            Map.entry("contact/map", contact(Contact::map)),
            Map.entry("executives/top", anyone(e -> e.role() == Role.HEAD)),
            Map.entry("executives/deputies", anyone(e -> e.role() == Role.DEPUTY)),
            Map.entry("executives/both-sides", AgencyRules::bothSides),
            Map.entry("executives/name", everyone(e -> !e.name().isBlank())),
            Map.entry("executives/position", everyone(e -> !e.position().isBlank())),
            Map.entry("executives/photo", everyone(e -> e.photo().isPresent())),
            // "ช่องทางการติดต่อของผู้บริหารแต่ละคน": each person's own, not the agency's switchboard.
            Map.entry(
                    "executives/contact",
                    everyone(e -> e.phone().isPresent() || e.email().isPresent())));

    private AgencyRules() {}

    private static Rule contact(Function<Contact, Optional<?>> field) {
        return scope -> field.apply(scope.agency().contact()).isPresent()
                ? shown(scope, Section.CONTACT)
                : Coverage.missing(new Gap.NoEvidence());
    }

    private static Rule anyone(Predicate<Executive> has) {
        return scope -> scope.executives().stream().anyMatch(has)
                ? shown(scope, Section.EXECUTIVES)
                : Coverage.missing(new Gap.NoEvidence());
    }

    private static Rule everyone(Predicate<Executive> has) {
        return scope -> {
            List<Executive> inOffice = scope.executives();
            List<String> lacking =
                    inOffice.stream().filter(has.negate()).map(Executive::name).toList();
            if (!inOffice.isEmpty() && lacking.isEmpty()) {
                return shown(scope, Section.EXECUTIVES);
            }
            return Coverage.missing(lacking.isEmpty() ? new Gap.NoEvidence() : new Gap.PeopleLack(lacking));
        };
    }

    /** "กรณีองค์กรปกครองส่วนท้องถิ่น ทั้งฝ่ายการเมืองและฝ่ายข้าราชการประจำ". */
    private static Coverage bothSides(Scope scope) {
        long sides = scope.executives().stream()
                .map(e -> e.role().isPolitical())
                .distinct()
                .count();
        return sides == 2 ? shown(scope, Section.EXECUTIVES) : Coverage.missing(new Gap.NoEvidence());
    }

    private static Coverage shown(Scope scope, Section section) {
        return Coverage.by(new Evidence.OfAgency(section, scope.agencyChange()));
    }
}
