package prongsai.build;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import prongsai.disclosure.DisclosureReport;
import prongsai.disclosure.Forecast;
import prongsai.disclosure.Stakes;
import prongsai.model.FiscalYear;
import prongsai.source.Problem;

/**
 * What a check found.
 *
 * @param problems by file, line and column
 * @param agency name of the agency
 * @param baseUrl where the site will stand, ending in a slash
 * @param hasItemPages whether the site has a page of each item of the year
 * @param disclosure what the site shows of what the year asks for; empty for a year without a catalogue
 * @param forecast the score that this would earn; empty where no item applies
 * @param stakes which items depend on which file
 * @param years all that have a catalogue
 */
public record CheckReport(
        List<Problem> problems,
        String agency,
        URI baseUrl,
        boolean hasItemPages,
        Optional<DisclosureReport> disclosure,
        Optional<Forecast> forecast,
        Stakes stakes,
        SortedSet<FiscalYear> years) {
    public CheckReport {
        problems = List.copyOf(problems);
    }
}
