package prongsai.cli;

import java.util.List;
import java.util.Optional;
import prongsai.build.CheckReport;
import prongsai.disclosure.Forecast;
import prongsai.disclosure.Forecast.ItemWorth;
import prongsai.source.Problem;
import prongsai.source.ProblemCode;

/** The items that a problem puts at stake, each with its points. */
final class Stake {

    private Stake() {}

    static List<ItemWorth> of(Problem problem, CheckReport report) {
        Optional<Forecast> forecast = report.forecast();
        if (forecast.isEmpty()) {
            return List.of();
        }
        List<String> codes = isOfItem(problem.code())
                ? List.of(problem.arguments().get(0))
                : report.stakes().items(problem.position().file()).stream()
                        .map(i -> i.item().code())
                        .toList();
        return codes.stream().flatMap(c -> forecast.get().worth(c).stream()).toList();
    }

    static boolean isOfItem(ProblemCode code) {
        return code == ProblemCode.ITEM_MISSING || code == ProblemCode.COMPONENT_MISSING;
    }
}
