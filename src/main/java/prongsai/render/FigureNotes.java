package prongsai.render;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import prongsai.disclosure.Arithmetic;
import prongsai.disclosure.ArithmeticFinding;
import prongsai.disclosure.Catalogue;
import prongsai.model.AssessmentResult;
import prongsai.model.Numerals;

/** What the page of a result says where its figures contradict each other, for whoever takes the figures without the page. */
public final class FigureNotes {

    private final Map<String, String> notes = new LinkedHashMap<>();

    private FigureNotes(List<ArithmeticFinding> findings, FindingText words) {
        findings.forEach(f ->
                notes.merge(FindingText.about(f), String.join(" ", words.lines(f)), (one, other) -> one + " " + other));
    }

    /** The notes about a result, with Arabic digits. */
    public static FigureNotes of(AssessmentResult result, Catalogue catalogue) {
        return new FigureNotes(
                Arithmetic.check(result, catalogue), new FindingText(catalogue, new ThaiText(Numerals.ARABIC)));
    }

    /**
     * What is to say about a figure; empty where nothing contradicts it.
     *
     * @param code of an indicator or instrument, or empty for the whole
     */
    public String about(String code) {
        return notes.getOrDefault(code, "");
    }
}
