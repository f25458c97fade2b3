package prongsai.feeds.picture;

import java.awt.Font;
import java.awt.font.TextLayout;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A title broken into lines of a picture: as large as fits, lines of about the same length, broken between words and where
 * possible at a space. What does not fit at the least size ends in an ellipsis.
 *
 * @param size of the font in pixels
 */
record Lines(float size, List<String> lines) {

    /** Distance of two baselines in sizes of the font: Thai marks stack up to two above and one below. */
    static final float SPACING = 1.4f;

    private static final float STEP = 4;
    private static final String ELLIPSIS = "…";

    /** How much worse, in widths of a line squared, a break between words is than one at a space. */
    private static final double INSIDE = 0.06;

    Lines {
        lines = List.copyOf(lines);
    }

    /**
     * Breaks a title.
     *
     * @param width pixels of a line
     * @param height pixels of all lines
     */
    static Lines fit(String title, Font font, float largest, float least, float width, float height) {
        List<String> pieces = pieces(title, font.deriveFont(least), width);
        for (float size = largest; size >= least; size -= STEP) {
            List<String> lines = new Breaking(pieces, font.deriveFont(size), width).lines();
            if (lines.size() <= most(size, height) && widest(lines, font.deriveFont(size)) <= width) {
                return new Lines(size, lines);
            }
        }
        return new Lines(least, cut(pieces, font.deriveFont(least), width, most(least, height)));
    }

    /** On one line in the largest size that fits, if any does. */
    static Optional<Lines> one(String title, Font font, float largest, float least, float width) {
        for (float size = largest; size >= least; size -= STEP) {
            if (width(title, font.deriveFont(size)) <= width) {
                return Optional.of(new Lines(size, List.of(title)));
            }
        }
        return Optional.empty();
    }

    private static int most(float size, float height) {
        return Math.max(1, (int) (height / (size * SPACING)));
    }

    private static double widest(List<String> lines, Font font) {
        return lines.stream().mapToDouble(line -> width(line, font)).max().orElse(0);
    }

    /** The first lines, the last with an ellipsis. */
    private static List<String> cut(List<String> pieces, Font font, float width, int most) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String piece : pieces) {
            boolean last = lines.size() == most - 1;
            if (width((line + piece).stripTrailing() + (last ? ELLIPSIS : ""), font) <= width) {
                line.append(piece);
            } else if (last) {
                lines.add(line.toString().stripTrailing() + ELLIPSIS);
                return lines;
            } else {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(piece);
            }
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    static double width(String text, Font font) {
        return text.isEmpty() ? 0 : new TextLayout(text, font, Fonts.CONTEXT).getAdvance();
    }

    /**
     * What may not be torn apart: words, with the space after them.
     *
     * @param font in the least size; a word that even so is longer than a line is torn between its letters
     */
    private static List<String> pieces(String title, Font font, float width) {
        // Without the platform's Thai dictionary there are fewer places to break at, and more titles that become small.
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.forLanguageTag("th"));
        List<String> pieces = new ArrayList<>();
        for (String word : cut(title, breaks)) {
            if (width(word, font) <= width) {
                pieces.add(word);
            } else {
                pieces.addAll(cut(word, BreakIterator.getCharacterInstance(Locale.ROOT)));
            }
        }
        return pieces;
    }

    private static List<String> cut(String text, BreakIterator breaks) {
        List<String> pieces = new ArrayList<>();
        breaks.setText(text);
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            if (to == text.length() || mayBreak(text, to)) {
                pieces.add(text.substring(from, to));
                from = to;
            }
        }
        return pieces;
    }

    /** Whether a line may end there, whatever the dictionary says: no mark, vowel or sign is parted from its consonant. */
    private static boolean mayBreak(String text, int at) {
        int after = text.codePointAt(at);
        char before = text.charAt(at - 1);
        boolean mark = Character.getType(after) == Character.NON_SPACING_MARK;
        return !mark && "ะาำๅๆฯ".indexOf(after) < 0 && "เแโใไ".indexOf(before) < 0;
    }

    /** The best breaks for one size: the fewest lines that a greedy writer needs, as even as can be. */
    private static final class Breaking {

        private final List<String> pieces;
        private final double[] starts;
        private final float width;

        Breaking(List<String> pieces, Font font, float width) {
            this.pieces = pieces;
            this.width = width;
            this.starts = new double[pieces.size() + 1];
            for (int i = 0; i < pieces.size(); i++) {
                starts[i + 1] = starts[i] + Lines.width(pieces.get(i), font);
            }
        }

        List<String> lines() {
            int count = greedy();
            double ideal = starts[pieces.size()] / count;
            double[][] worst = new double[count + 1][pieces.size() + 1];
            int[][] begin = new int[count + 1][pieces.size() + 1];
            for (double[] row : worst) {
                Arrays.fill(row, Double.POSITIVE_INFINITY);
            }
            worst[0][0] = 0;
            for (int line = 1; line <= count; line++) {
                for (int end = line; end <= pieces.size(); end++) {
                    for (int start = line - 1; start < end; start++) {
                        double cost = worst[line - 1][start] + cost(start, end, ideal);
                        if (cost < worst[line][end]) {
                            worst[line][end] = cost;
                            begin[line][end] = start;
                        }
                    }
                }
            }
            List<String> lines = new ArrayList<>();
            int end = pieces.size();
            for (int line = count; line > 0; line--) {
                int start = begin[line][end];
                lines.add(0, String.join("", pieces.subList(start, end)).strip());
                end = start;
            }
            return lines;
        }

        private double cost(int start, int end, double ideal) {
            double length = starts[end] - starts[start];
            double over = Math.max(0, length - width) / width;
            double uneven = (length - ideal) / width;
            boolean atSpace = end == pieces.size() || pieces.get(end - 1).endsWith(" ");
            return uneven * uneven + 1000 * over + (atSpace ? 0 : INSIDE);
        }

        private int greedy() {
            int count = 1;
            int start = 0;
            for (int end = 1; end <= pieces.size(); end++) {
                if (end - 1 > start && starts[end] - starts[start] > width) {
                    count++;
                    start = end - 1;
                }
            }
            return Math.min(count, Math.max(1, pieces.size()));
        }
    }
}
