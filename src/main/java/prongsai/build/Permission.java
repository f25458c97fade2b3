package prongsai.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import prongsai.check.Guard;
import prongsai.check.personal.Allowances;
import prongsai.content.Content;
import prongsai.content.ContentReader;
import prongsai.content.GuardYaml;
import prongsai.model.Allowance;
import prongsai.source.Problems;

/**
 * A permission to publish personal data (ข้อยกเว้น), written into {@code guard.yaml} without the number itself.
 *
 * @param place as a finding names it: {@code content/news/2563/a.md}, or with its line, or its line and column
 * @param until last day of the permission; for ever where absent
 * @param newSalt for the hashes of a {@code guard.yaml} that does not exist yet
 */
public record Permission(String place, String reason, String by, Optional<LocalDate> until, String newSalt) {

    private static final String FILE = "guard.yaml";
    private static final Pattern PLACE = Pattern.compile("(.*?)(?::([0-9]{1,9})(?::([0-9]{1,9}))?)?", Pattern.DOTALL);

    /**
     * What came of it.
     *
     * @param masked the numbers permitted, masked; none where none stand at the place
     * @param written whether the file could take them; it cannot if it has an error
     */
    public record Granted(List<String> masked, boolean written) {
        public Granted {
            masked = List.copyOf(masked);
        }
    }

    /**
     * Permits every number at the place.
     *
     * @throws BuildFailure where a file cannot be read or written
     */
    public Granted grant(Inputs inputs) throws BuildFailure {
        try {
            Content content = ContentReader.read(inputs.content(), inputs.contentName(), new Problems());
            List<Guard.Located> found = Guard.of(content, inputs.today()).in(file()).stream()
                    .filter(this::isHere)
                    .toList();
            List<String> masked =
                    found.stream().map(l -> l.number().masked()).distinct().toList();
            return new Granted(
                    masked,
                    found.isEmpty()
                            || write(content, digits(found), inputs.content().resolve(FILE)));
        } catch (IOException e) {
            throw BuildFailure.of(BuildFailure.Reason.FILE_UNREADABLE, inputs.contentName() + "/" + FILE, e);
        }
    }

    private String file() {
        Matcher matcher = PLACE.matcher(place);
        return matcher.matches() ? matcher.group(1) : place;
    }

    private boolean isHere(Guard.Located located) {
        Matcher matcher = PLACE.matcher(place);
        if (!matcher.matches()) {
            return false;
        }
        return isSame(matcher.group(2), located.position().line())
                && isSame(matcher.group(3), located.position().column());
    }

    private static boolean isSame(@Nullable String written, int number) {
        return written == null || Integer.parseInt(written) == number;
    }

    private static Set<String> digits(List<Guard.Located> found) {
        return found.stream().map(l -> l.number().digits()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private boolean write(Content content, Set<String> numbers, Path file) throws IOException {
        Optional<String> text = Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        if (text.isPresent() && content.guard().isEmpty()) {
            return false;
        }
        String salt = content.guard().map(g -> g.record().salt()).orElse(newSalt);
        for (String number : numbers) {
            Allowance entry = new Allowance(Allowances.hash(number, salt), reason, by, until);
            text = GuardYaml.withEntry(text, salt, entry);
            if (text.isEmpty()) {
                return false;
            }
        }
        replace(file, text.orElseThrow());
        return true;
    }

    /** Whole or not at all. */
    private static void replace(Path file, String text) throws IOException {
        Path temporary = file.resolveSibling("." + FILE + ".new");
        Files.write(temporary, text.getBytes(StandardCharsets.UTF_8));
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
