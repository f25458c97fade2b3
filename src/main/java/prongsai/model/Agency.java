package prongsai.model;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The local government whose website this is, as {@code site.yaml} describes it.
 *
 * @param district อำเภอ
 * @param province จังหวัด
 * @param baseUrl where the site is published; ends in {@code /} and may hold a path
 * @param colour accent, {@code #rrggbb}
 * @param currentYear the fiscal year whose disclosure items are due now; empty: the newest that the records serve
 * @param licence of the open data; empty: the agency has not said
 * @param server the program that serves the site, where it is to have its file
 */
public record Agency(
        String name,
        Optional<String> nameEnglish,
        Optional<Kind> kind,
        String district,
        String province,
        URI baseUrl,
        Numerals numerals,
        String colour,
        Optional<FilePath> seal,
        Optional<FiscalYear> currentYear,
        Contact contact,
        List<Executive> executives,
        List<Unit> units,
        Map<OnlineKind, OnlineChannel> channels,
        List<NotApplicable> notApplicable,
        List<Renewal> renewals,
        Optional<SecurityContact> security,
        Optional<Licence> licence,
        Optional<WebServer> server,
        Optional<Source> source,
        Optional<LocalDate> updated) {

    /** The accent of a site that names none. */
    public static final String DEFAULT_COLOUR = "#0b5d4e";

    public Agency {
        executives = List.copyOf(executives);
        units = List.copyOf(units);
        channels = Collections.unmodifiableMap(copy(channels));
        notApplicable = List.copyOf(notApplicable);
        renewals = List.copyOf(renewals);
    }

    /** The address of a file or page of the site, such as {@code feed.xml}; what is not ASCII is percent-encoded. */
    public String addressOf(String path) {
        return baseUrl.toASCIIString() + path;
    }

    /** The channel of a kind; {@link OnlineChannel#NONE} where the agency has none. */
    public OnlineChannel channel(OnlineKind kind) {
        return channels.getOrDefault(kind, OnlineChannel.NONE);
    }

    private static Map<OnlineKind, OnlineChannel> copy(Map<OnlineKind, OnlineChannel> channels) {
        Map<OnlineKind, OnlineChannel> sorted = new EnumMap<>(OnlineKind.class);
        sorted.putAll(channels);
        return sorted;
    }

    /** The unit that {@code name} means, by its name or another way of writing it. */
    public Optional<Unit> unit(String name) {
        return units.stream()
                .filter(u -> u.name().equals(name) || u.alsoWritten().contains(name))
                .findFirst();
    }

    /** Kind of local government (ประเภทองค์กรปกครองส่วนท้องถิ่น). */
    public enum Kind {
        /** เทศบาล */
        MUNICIPALITY,
        /** องค์การบริหารส่วนตำบล */
        SUBDISTRICT_ORGANIZATION,
        /** องค์การบริหารส่วนจังหวัด */
        PROVINCIAL_ORGANIZATION
    }

    /** How to reach the agency. */
    public record Contact(
            Optional<String> address,
            Optional<String> postcode,
            Optional<String> phone,
            Optional<String> fax,
            Optional<String> email,
            Optional<Place> map) {
        public static final Contact NONE = new Contact(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** A point on the map, WGS 84 degrees. */
    public record Place(BigDecimal lat, BigDecimal lon) {}

    /**
     * An executive (ผู้บริหาร), of the political or the permanent side.
     *
     * @param from first day of the term
     * @param until last day of the term
     * @param actingAs a post filled besides the own one (รักษาการแทน)
     */
    public record Executive(
            String name,
            String position,
            Role role,
            Optional<LocalDate> from,
            Optional<LocalDate> until,
            Optional<String> actingAs,
            Optional<FilePath> photo,
            Optional<String> phone,
            Optional<String> email) {

        /** Whether the person held the post on {@code day}; an open end reaches for ever. */
        public boolean heldPostOn(LocalDate day) {
            return from.filter(day::isBefore).isEmpty()
                    && until.filter(day::isAfter).isEmpty();
        }
    }

    /** Place in the agency. */
    public enum Role {
        /** หัวหน้าส่วนราชการหรือหัวหน้าฝ่าย */
        SECTION_HEAD(false),
        /** ผู้บริหารสูงสุด (นายกเทศมนตรี นายก อบต.) */
        HEAD(true),
        /** รองนายก */
        DEPUTY(true),
        /** ปลัด */
        PERMANENT_SECRETARY(false),
        /** รองปลัด */
        DEPUTY_PERMANENT_SECRETARY(false),
        /** ผู้อำนวยการกอง */
        DIRECTOR(false);

        private final boolean political;

        Role(boolean political) {
            this.political = political;
        }

        /** Whether the post belongs to the political side (ฝ่ายการเมือง), not to the permanent one (ฝ่ายข้าราชการประจำ). */
        public boolean isPolitical() {
            return political;
        }
    }

    /**
     * Responsible unit (ส่วนงานที่รับผิดชอบ).
     *
     * @param alsoWritten other ways in which records write it
     */
    public record Unit(String name, List<String> alsoWritten) {
        public Unit {
            alsoWritten = List.copyOf(alsoWritten);
        }
    }

    /** Kind of online channel (ช่องทางออนไลน์). */
    public enum OnlineKind {
        /** เฟซบุ๊ก */
        FACEBOOK,
        /** ไลน์ */
        LINE,
        /** ยูทูบ */
        YOUTUBE,
        /** กระดานถามตอบ */
        QA,
        /** แจ้งเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ, apart from complaints of other kinds */
        COMPLAINT,
        /** รับฟังความคิดเห็น */
        FEEDBACK,
        /** E-Service */
        ESERVICE;

        /** Whether it is a social network of the agency. */
        public boolean isSocialNetwork() {
            return this == FACEBOOK || this == LINE || this == YOUTUBE;
        }
    }

    /**
     * One online channel: absent, known to exist without an address (a gap), or with its address.
     *
     * @param exists whether the agency has it
     */
    public record OnlineChannel(boolean exists, Optional<String> address) {
        public static final OnlineChannel NONE = new OnlineChannel(false, Optional.empty());

        public static OnlineChannel at(String address) {
            return new OnlineChannel(true, Optional.of(address));
        }

        public static OnlineChannel withoutAddress() {
            return new OnlineChannel(true, Optional.empty());
        }
    }

    /**
     * A topic that the agency need not disclose.
     *
     * @param year the year it holds for; every year where absent
     */
    public record NotApplicable(String topic, Optional<FiscalYear> year, String reason) {}

    /**
     * Whom to tell of a weakness in the website's security (RFC 9116).
     *
     * @param contacts addresses, the preferred one first: {@code mailto:}, {@code tel:} or {@code https:}
     * @param expires the day from which the statement is stale
     * @param policy address of how reports are handled
     * @param encryption address of a key to encrypt reports with
     * @param acknowledgments address of the page that thanks those who reported
     * @param languages preferred ones, such as {@code th}
     */
    public record SecurityContact(
            List<String> contacts,
            LocalDate expires,
            Optional<String> policy,
            Optional<String> encryption,
            Optional<String> acknowledgments,
            List<String> languages) {
        public SecurityContact {
            contacts = List.copyOf(contacts);
            languages = List.copyOf(languages);
        }
    }

    /** Something that must be renewed in time (ต่ออายุ): the domain name, the hosting. */
    public record Renewal(String what, LocalDate due, Optional<String> responsible) {}
}
