package prongsai.deploy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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

    /**
     * One target as it is written.
     *
     * @param url such as {@code sftp://user@host:22/folder}
     * @param baseUrl by which visitors open it, if that is another than the site's own
     * @param password name of the variable that holds the password
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
        Optional<Value> value = TextReader.read(file, shown, problems).flatMap(text -> YamlText.parse(text, problems));
        value.ifPresent(v -> new RecordSchema.Library().named("publish").check(v, problems));
        Map<String, Entry> targets = new LinkedHashMap<>();
        value.flatMap(v -> mapping(v).get("targets"))
                .map(PublishSettings::mapping)
                .ifPresent(all -> all.fields()
                        .forEach(
                                (name, target) -> entry(mapping(target)).ifPresent(entry -> targets.put(name, entry))));
        return new PublishSettings(targets);
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
