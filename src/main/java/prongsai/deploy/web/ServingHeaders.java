package prongsai.deploy.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import prongsai.deploy.web.WebAnswer.Response;
import prongsai.deploy.web.WebFinding.Kind;
import prongsai.site.OutputPath;

/** What is to be seen in the headers of one answer. */
final class ServingHeaders {

    /** Seconds: thirty days. */
    private static final long LONG = 30L * 24 * 3600;

    /** Seconds: ten minutes, after which a correction is seen by all. */
    private static final long SHORT = 600;

    private static final Pattern MAX_AGE = Pattern.compile("(?:^|[ ,])max-age=\"?([0-9]{1,15})");

    private static final String POLICY = "Content-Security-Policy";

    /** What our pages load from their own site. */
    private static final List<String> NEEDED =
            List.of("script-src", "style-src", "img-src", "font-src", "manifest-src", "connect-src", "form-action");

    /** These do not fall back on {@code default-src}. */
    private static final Set<String> ALONE = Set.of("form-action");

    private ServingHeaders() {}

    static boolean isPacked(Optional<Response> response) {
        return response.flatMap(r -> r.header("Content-Encoding"))
                .map(e -> e.toLowerCase(Locale.ROOT))
                .filter(e -> !e.equals("identity"))
                .isPresent();
    }

    /** Of an asset that never changes. */
    static Optional<WebFinding> ofAsset(OutputPath path, Response response) {
        String said = response.header("Cache-Control").orElse("");
        boolean kept = maxAge(said).filter(age -> age >= LONG).isPresent() && !isAskedAnew(said);
        return kept ? Optional.empty() : Optional.of(WebFinding.of(Kind.ASSET_NOT_KEPT, WebSample.address(path), said));
    }

    static List<WebFinding> ofPage(WebCheckOptions options, Response home) {
        List<WebFinding> findings = new ArrayList<>();
        String said = home.header("Cache-Control").orElse("");
        if (!isAskedAnew(said) && maxAge(said).filter(age -> age <= SHORT).isEmpty()) {
            findings.add(WebFinding.of(Kind.PAGE_KEPT, "", said));
        }
        if (options.isSecure()
                && maxAge(home.header("Strict-Transport-Security").orElse(""))
                        .filter(age -> age > 0)
                        .isEmpty()) {
            findings.add(WebFinding.of(Kind.NO_HSTS));
        }
        need(findings, home, "X-Content-Type-Options", "nosniff", v -> v.equals("nosniff"));
        need(findings, home, "Referrer-Policy", "strict-origin-when-cross-origin", v -> !v.contains("unsafe-url"));
        need(findings, home, "Permissions-Policy", "camera=(), microphone=()", v -> true);
        List<Map<String, List<String>>> policies = policies(home.fullHeader(POLICY));
        if (policies.stream().noneMatch(policy -> policy.containsKey("frame-ancestors"))) {
            findings.add(WebFinding.of(Kind.NO_HEADER, POLICY, "frame-ancestors 'self'"));
        }
        policies.stream()
                .flatMap(policy -> stopping(policy).stream())
                .distinct()
                .forEach(directive -> findings.add(WebFinding.of(Kind.POLICY_STOPS_PAGES, directive)));
        return findings;
    }

    private interface Test {
        boolean isRight(String value);
    }

    private static void need(List<WebFinding> findings, Response home, String name, String right, Test test) {
        String value = home.header(name).orElse("").toLowerCase(Locale.ROOT);
        if (value.isEmpty() || !test.isRight(value)) {
            findings.add(WebFinding.of(Kind.NO_HEADER, name, right));
        }
    }

    private static boolean isAskedAnew(String cacheControl) {
        List<String> said = Arrays.stream(cacheControl.toLowerCase(Locale.ROOT).split(",", -1))
                .map(String::strip)
                .toList();
        return said.contains("no-cache") || said.contains("no-store");
    }

    private static Optional<Long> maxAge(String header) {
        Matcher age = MAX_AGE.matcher(header.toLowerCase(Locale.ROOT));
        return age.find() ? Optional.of(Long.parseLong(age.group(1))) : Optional.empty();
    }

    /** Each holds by itself: directives with their values. */
    private static List<Map<String, List<String>>> policies(String header) {
        List<Map<String, List<String>>> policies = new ArrayList<>();
        for (String policy : header.toLowerCase(Locale.ROOT).split(",", -1)) {
            Map<String, List<String>> directives = new LinkedHashMap<>();
            for (String directive : policy.split(";", -1)) {
                List<String> words = List.of(directive.strip().split("\\s+"));
                if (!words.get(0).isEmpty()) {
                    directives.putIfAbsent(words.get(0), words.subList(1, words.size()));
                }
            }
            policies.add(directives);
        }
        return policies;
    }

    /** The directives that stop what our pages load. A value that names hosts or schemes is taken to name ours. */
    private static List<String> stopping(Map<String, List<String>> policy) {
        List<String> stopping = new ArrayList<>();
        for (String needed : NEEDED) {
            String by = policy.containsKey(needed) || ALONE.contains(needed) ? needed : "default-src";
            List<String> values = policy.get(by);
            boolean stops = values != null
                    && values.stream().allMatch(v -> (v.startsWith("'") && !v.equals("'self'")) || v.equals("data:"));
            if (stops) {
                stopping.add(by);
            }
        }
        return stopping;
    }
}
