package prongsai.deploy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import prongsai.source.Located;
import prongsai.source.Problem;
import prongsai.source.ProblemCode;
import prongsai.source.Problems;
import prongsai.source.RecordSchema;
import prongsai.source.TextReader;
import prongsai.source.Value;
import prongsai.source.YamlText;

/**
 * What {@code publish.yaml} says: where to publish (ปลายทาง), by name.
 *
 * @param targets in the order of the file
 */
public record PublishSettings(Map<String, Entry> targets) {

    private static final String HIDDEN = "…";

    private static final Pattern PASSWORD = Pattern.compile("^([A-Za-z]+://[^:@/]*):.*@", Pattern.DOTALL);

    /**
     * One target as it is written.
     *
     * @param url such as {@code sftp://user@host:22/folder}
     * @param baseUrl by which visitors open it, if that is another than the site's own
     * @param password name of the variable that holds the password
     * @param region of an object store
     * @param timeout in seconds
     */
    public record Entry(
            String url,
            Optional<String> baseUrl,
            Optional<String> password,
            Optional<String> key,
            Optional<String> knownHosts,
            Optional<String> encryption,
            Optional<String> certificate,
            Optional<String> region,
            Optional<Integer> connections,
            Optional<Integer> timeout,
            Optional<String> server) {

        /** A target of which only the address is known. */
        public static Entry of(String url) {
            return new Entry(
                    url,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /**
     * Reads the file.
     *
     * @param shown its name in problems
     * @param problems gets everything that is wrong; where there are errors, targets are missing
     */
    public static PublishSettings read(Path file, String shown, Problems problems) {
        Optional<Value> value =
                TextReader.read(Located.at(file, shown), problems).flatMap(text -> YamlText.parse(text, problems));
        Problems form = new Problems();
        value.ifPresent(v -> new RecordSchema.Library().named("publish").check(v, form));
        form.sorted().forEach(problem -> problems.add(withoutSecrets(problem)));
        Map<String, Entry> targets = new LinkedHashMap<>();
        value.flatMap(v -> mapping(v).get("targets"))
                .map(PublishSettings::mapping)
                .ifPresent(all -> all.fields()
                        .forEach(
                                (name, target) -> entry(mapping(target)).ifPresent(entry -> targets.put(name, entry))));
        return new PublishSettings(targets);
    }

    /** What is wrong is told with the value; where that may be a password, it would stay on the screen and in logs. */
    private static Problem withoutSecrets(Problem problem) {
        List<String> arguments = new ArrayList<>(problem.arguments());
        if (problem.code() == ProblemCode.WRONG_VALUE) {
            String value = arguments.get(1);
            arguments.set(1, arguments.get(0).endsWith("password") ? HIDDEN : masked(value));
        }
        return new Problem(problem.code(), problem.position(), arguments);
    }

    /** An address without the password that somebody wrote into it. */
    public static String masked(String url) {
        return PASSWORD.matcher(url).replaceFirst("$1:" + HIDDEN + "@");
    }

    private static Value.Mapping mapping(Value value) {
        return value instanceof Value.Mapping mapping
                ? mapping
                : new Value.Mapping(value.position(), Map.of(), Map.of());
    }

    private static Optional<Entry> entry(Value.Mapping fields) {
        return text(fields, "url")
                .map(url -> new Entry(
                        url,
                        text(fields, "baseUrl"),
                        text(fields, "password"),
                        text(fields, "key"),
                        text(fields, "knownHosts"),
                        text(fields, "encryption"),
                        text(fields, "certificate"),
                        text(fields, "region"),
                        number(fields, "connections"),
                        number(fields, "timeout"),
                        text(fields, "server")));
    }

    private static Optional<String> text(Value.Mapping fields, String name) {
        return fields.get(name)
                .filter(value -> value instanceof Value.Scalar)
                .map(value -> ((Value.Scalar) value).text().strip());
    }

    /** What the schema has found wrong may be no number at all. */
    private static Optional<Integer> number(Value.Mapping fields, String name) {
        return text(fields, name).filter(text -> text.matches("[0-9]{1,4}")).map(Integer::valueOf);
    }
}
