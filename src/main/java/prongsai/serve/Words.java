package prongsai.serve;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import prongsai.source.Severity;

/**
 * What the preview says in a page beside the problems themselves.
 *
 * @param language the language's code, such as {@code th}
 * @param title over the problems
 * @param stale that the page still shows the last good version
 * @param nothing that there is no version yet that could be shown
 * @param hint before what to do about a problem
 * @param close on the button that shuts the list
 * @param more how many more problems there are than are listed
 * @param severities what a problem of each severity is called
 */
public record Words(
        String language,
        String title,
        String stale,
        String nothing,
        String hint,
        String close,
        IntFunction<String> more,
        Map<Severity, String> severities) {

    public Words {
        severities = Map.copyOf(severities);
    }

    String of(Severity severity) {
        return severities.getOrDefault(severity, severity.name());
    }

    /** How many there are of each severity that there is, the worst first. */
    String count(List<Notice> notices) {
        Map<Severity, Long> counts =
                notices.stream().collect(Collectors.groupingBy(Notice::severity, Collectors.counting()));
        return java.util.Arrays.stream(Severity.values())
                .filter(counts::containsKey)
                .map(severity -> of(severity) + " " + counts.get(severity))
                .collect(Collectors.joining(" · "));
    }
}
