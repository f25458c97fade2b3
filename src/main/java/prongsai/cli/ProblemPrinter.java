package prongsai.cli;

import java.util.List;
import java.util.Optional;
import prongsai.source.Problem;
import prongsai.source.StableName;

/**
 * Says a problem in the officer's language, in the form that editors and other tools know:
 *
 * <pre>content/announcements/2563/no-gift.md:4:13: error: fiscalYear is 2020, a Common Era year. Hint: 2563</pre>
 *
 * The words {@code error}, {@code warning}, {@code info} and {@code Hint:} are the same in every language.
 */
final class ProblemPrinter {

    private final Language language;
    private Optional<Messages> words = Optional.empty();

    ProblemPrinter(Language language) {
        this.language = language;
    }

    String line(Problem problem) {
        return PlainText.of(problem.position().toString())
                + ": "
                + StableName.of(problem.severity())
                + ": "
                + what(problem)
                + ". Hint: "
                + hint(problem);
    }

    /** What is wrong. */
    String what(Problem problem) {
        return words().text(problem.code().id(), arguments(problem));
    }

    /** What to do about it. */
    String hint(Problem problem) {
        return words().text(problem.code().id() + ".hint", arguments(problem));
    }

    /** Why it matters. */
    String why(Problem problem) {
        return words().text("why." + StableName.of(problem.code().concern()));
    }

    /** What the problem speaks of, fit to be shown. */
    static List<String> arguments(Problem problem) {
        return problem.arguments().stream().map(PlainText::shortened).toList();
    }

    /** Read only when there is a problem to speak of. */
    private Messages words() {
        Messages read = words.orElseGet(() -> Messages.load("problems", language));
        words = Optional.of(read);
        return read;
    }
}
