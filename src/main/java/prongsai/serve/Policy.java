package prongsai.serve;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Content Security Policy, relaxed as far as the preview's own script, style and events need. */
final class Policy {

    private static final String SELF = "'self'";
    private static final List<String> NEEDED = List.of("script-src", "style-src", "connect-src");

    private Policy() {}

    /** The policy with what comes from the page's own server permitted, which no other is by that. */
    static String relaxed(String policy) {
        Map<String, List<String>> directives = new LinkedHashMap<>();
        for (String directive : policy.split(";", -1)) {
            List<String> parts = Arrays.stream(directive.strip().split("\\s+"))
                    .filter(part -> !part.isEmpty())
                    .toList();
            if (!parts.isEmpty()) {
                // The first of a name counts, the rest browsers ignore.
                directives.putIfAbsent(parts.get(0).toLowerCase(Locale.ROOT), parts.subList(1, parts.size()));
            }
        }
        for (String name : NEEDED) {
            Optional.ofNullable(directives.get(name))
                    .or(() -> Optional.ofNullable(directives.get("default-src")))
                    .filter(sources -> !sources.contains(SELF) && !sources.contains("*"))
                    .ifPresent(sources -> directives.put(name, withSelf(sources)));
        }
        return directives.entrySet().stream()
                .map(d -> Stream.concat(Stream.of(d.getKey()), d.getValue().stream())
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("; "));
    }

    private static List<String> withSelf(List<String> sources) {
        return Stream.concat(sources.stream().filter(s -> !s.equals("'none'")), Stream.of(SELF))
                .toList();
    }
}
