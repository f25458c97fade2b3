package prongsai.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import prongsai.deploy.web.WebFinding;
import prongsai.deploy.web.WebFinding.Kind;
import prongsai.deploy.web.WebFinding.Severity;
import prongsai.deploy.web.WebReport;
import prongsai.feeds.ServerConcern;
import prongsai.feeds.ServerFile;
import prongsai.model.WebServer;
import prongsai.source.StableName;

/** Says how a published site reaches its visitors, and which lines put the server right. */
final class WebWords {

    /** Where a whole folder is missing, nobody reads a line for each of its files. */
    private static final int MOST_OF_A_KIND = 5;

    private final Messages words;

    /** @param words of the console */
    WebWords(Messages words) {
        this.words = words;
    }

    /** One line for each finding, such as {@code error: /oit/ is not on the server (404). Hint: publish again}. */
    List<String> findings(WebReport report) {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        List<String> lines = new ArrayList<>();
        for (WebFinding finding : report.findings()) {
            int count = counts.merge(finding.kind(), 1, Integer::sum);
            if (count <= MOST_OF_A_KIND) {
                lines.add(line(finding));
            } else if (count == MOST_OF_A_KIND + 1) {
                lines.add("  " + words.text("web-more", of(report, finding.kind()) - MOST_OF_A_KIND));
            }
        }
        return lines;
    }

    private String line(WebFinding finding) {
        String key = "web-" + StableName.of(finding.kind());
        List<String> arguments =
                finding.arguments().stream().map(PlainText::shortened).toList();
        String severity = finding.severity() == Severity.MUST ? "error" : "warning";
        return severity + ": " + words.text(key, arguments) + ". Hint: " + words.text(key + ".hint", arguments);
    }

    private static long of(WebReport report, Kind kind) {
        return report.findings().stream().filter(f -> f.kind() == kind).count();
    }

    /** How many files came as they were published. */
    String summary(WebReport report) {
        return words.text(
                "web-right",
                report.right(),
                report.asked(),
                report.findings().stream()
                        .filter(f -> f.severity() == Severity.MUST)
                        .count(),
                report.findings().stream()
                        .filter(f -> f.severity() == Severity.SHOULD)
                        .count());
    }

    /**
     * The lines that put right what such lines can; none where nothing is wrong that they could.
     *
     * @param named the server that the agency names
     * @return a heading, then lines that are set in: for each server, the named one first, else the one that answered
     */
    List<String> remedies(WebReport report, ServerFile file, Optional<WebServer> named) {
        Set<ServerConcern> concerns = EnumSet.noneOf(ServerConcern.class);
        report.findings().forEach(f -> f.kind().concern().ifPresent(concerns::add));
        List<String> lines = new ArrayList<>();
        for (WebServer server : servers(named.or(report::server))) {
            List<String> remedy = file.lines(server, concerns);
            if (!remedy.isEmpty()) {
                String name = server.name().toLowerCase(Locale.ROOT);
                lines.add(words.text("web-remedy", server.word(), server.file(), name) + ":");
                remedy.forEach(line -> lines.add(line.isEmpty() ? "" : "    " + line));
            }
        }
        return lines;
    }

    private static Set<WebServer> servers(Optional<WebServer> first) {
        Set<WebServer> servers = new LinkedHashSet<>();
        first.ifPresent(servers::add);
        servers.addAll(List.of(WebServer.NGINX, WebServer.APACHE, WebServer.IIS, WebServer.CADDY));
        return servers;
    }
}
