package prongsai.check.personal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import prongsai.model.Allowance;
import prongsai.model.AllowanceList;

/**
 * What {@code guard.yaml} allows to be published on a day.
 *
 * <pre>{@code
 * Allowances allowances = new Allowances(content.guard().map(Entry::record), today);
 * boolean published = allowances.allows(hit.digits());
 * }</pre>
 *
 * May be used by many threads; each number is hashed once.
 */
public final class Allowances {

    /**
     * Rounds of hashing. There are only 10^12 national IDs: a fast hash of one is as good as the ID itself. 210,000 rounds
     * are a tenth of a second for us and centuries for who would try them all.
     */
    private static final int ROUNDS = 210_000;

    private static final int HASH_BITS = 256;

    /**
     * Numbers that are hashed in one run. A file of a million IDs must not keep the build busy for a day: whoever publishes
     * more than this many has no deliberate exceptions but a leak. Which ones come too late then depends on the order of
     * asking, but that some do, and so that nothing is published, does not.
     */
    private static final int MOST_HASHED = 200;

    private final String salt;
    private final Set<String> allowed;
    private final List<Integer> expired;
    private final ConcurrentMap<String, Boolean> answers = new ConcurrentHashMap<>();
    private final AtomicInteger hashed = new AtomicInteger();

    /**
     * @param list what the file says; nothing is allowed without one
     * @param today an entry whose last day is before this one allows nothing
     */
    public Allowances(Optional<AllowanceList> list, LocalDate today) {
        List<Allowance> entries = list.map(AllowanceList::entries).orElse(List.of());
        this.salt = list.map(AllowanceList::salt).orElse("");
        this.allowed = entries.stream()
                .filter(e -> !e.isExpiredOn(today))
                .map(Allowance::hash)
                .collect(Collectors.toUnmodifiableSet());
        this.expired = IntStream.range(0, entries.size())
                .filter(i -> entries.get(i).isExpiredOn(today))
                .boxed()
                .toList();
    }

    /**
     * Whether a number may be published.
     *
     * @param digits Arabic digits, as {@link PersonalHit#digits()} gives them
     */
    public boolean allows(String digits) {
        if (allowed.isEmpty()) {
            return false;
        }
        return answers.computeIfAbsent(
                digits, d -> hashed.getAndIncrement() < MOST_HASHED && allowed.contains(hash(d, salt)));
    }

    /** Indexes from 0 of the file's entries that have run out. */
    public List<Integer> expired() {
        return expired;
    }

    /** How {@code guard.yaml} writes a number: PBKDF2 with HMAC-SHA256 in Base64. Slow on purpose. */
    public static String hash(String digits, String salt) {
        PBEKeySpec key = new PBEKeySpec(digits.toCharArray(), salt.getBytes(StandardCharsets.UTF_8), ROUNDS, HASH_BITS);
        try {
            SecretKeyFactory factory = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256");
            return Base64.getEncoder()
                    .encodeToString(factory.generateSecret(key).getEncoded());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has this hash", missing);
        } finally {
            key.clearPassword();
        }
    }
}
