package prongsai.render;

import java.util.List;
import java.util.Optional;
import prongsai.render.Parts.Mark;
import prongsai.render.chart.Stack;

/** Views of the charts: places come from {@code prongsai.render.chart}, words and figures are ready to be shown. */
final class Charts {

    private Charts() {}

    /**
     * A bar.
     *
     * @param length per cent of the scale; absent where the figure is missing, which is shown as a gap
     * @param text the figure as shown, or what is said instead of it
     */
    record Bar(String label, Optional<String> length, String text, String plain, String tone, Optional<Mark> mark) {}

    /** A figure of a part of a bar; {@code series} as in {@link Stack.Part}. */
    record PartFigure(int series, String label, String text, String plain) {}

    /** A bar of parts with the figures of its parts. */
    record StackRow(String label, List<Stack.Part> parts, List<PartFigure> figures, String total, String plain) {}

    /**
     * Bars of parts.
     *
     * @param names of the parts, in order
     * @param summary what the chart says, for those who do not see it
     */
    record StackView(String caption, String summary, List<String> names, List<StackRow> rows) {}
}
