package prongsai.disclosure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import prongsai.model.Agency;
import prongsai.model.Agency.Executive;
import prongsai.model.Agency.Role;
import prongsai.model.HeadedRecord;
import prongsai.model.PublicRecord;

/** Who signed as head of the agency. "ลงนามโดยผู้บริหารสูงสุดคนปัจจุบัน": head on the day of the document. */
final class Signatures {

    private static final Pattern TITLE = Pattern.compile("^(นาย|นางสาว|น\\.ส\\.|นาง)\\s*");

    private Signatures() {}

    /** Whether the record names as its signer whoever was head of the agency on its date. */
    static boolean isSignedByHead(PublicRecord record, Agency agency) {
        Optional<LocalDate> date = record.date();
        if (date.isEmpty() || !(record instanceof HeadedRecord headed)) {
            return false;
        }
        return headed.header()
                .signedBy()
                .filter(s -> headsOn(agency, date.get()).stream().anyMatch(h -> sameName(h.name(), s.name())))
                .isPresent();
    }

    /** The head, or while there is none whoever acts as head (ปฏิบัติหน้าที่นายก). */
    static List<Executive> headsOn(Agency agency, LocalDate day) {
        List<Executive> inOffice =
                agency.executives().stream().filter(e -> e.heldPostOn(day)).toList();
        List<Executive> heads =
                inOffice.stream().filter(e -> e.role() == Role.HEAD).toList();
        if (!heads.isEmpty()) {
            return heads;
        }
        List<String> headPosts = agency.executives().stream()
                .filter(e -> e.role() == Role.HEAD)
                .map(Executive::position)
                .toList();
        return inOffice.stream()
                .filter(e -> e.actingAs().filter(headPosts::contains).isPresent())
                .toList();
    }

    private static boolean sameName(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String name) {
        return TITLE.matcher(name.strip()).replaceFirst("").replaceAll("\\s+", " ");
    }
}
