package prongsai.render;

import java.util.regex.Pattern;
import prongsai.source.ProblemCode;
import prongsai.source.Problems;
import prongsai.source.TextBlock;

/**
 * Bounds for what costs the parser more than its length, in time or in depth of its calls: no honest page comes near
 * them, and beyond them a small file could hold up a build for minutes. The parser has none of its own, so the text is
 * looked at before it is parsed, line by line: what it could hold at most counts, not what it holds.
 */
final class MarkdownLimits {

    /** Containers, each in the one before: 30 lists, or 60 quotations. */
    static final int BLOCKS_DEEP = 60;

    /** Marks on words, each in the one before. */
    static final int WORDS_DEEP = 30;

    /** Lines without an empty one between them: each line looks at all before it. */
    private static final int PARAGRAPH_LINES = 10_000;

    /** The same for all paragraphs, lines times lines. */
    private static final long LINE_PAIRS = 2L * PARAGRAPH_LINES * PARAGRAPH_LINES;

    /** Blocks of raw HTML, which are read together. */
    private static final int RAW_BLOCKS = 1_000;

    /** White space on a line with a footnote's label: the pattern for labels tries each way to divide it. */
    private static final Pattern GAP_AT_LABEL = Pattern.compile("\\[\\^\\s{20}|\\s{200}");

    /** Brackets that nothing has closed yet: each link and picture looks at all of them. */
    private static final int OPEN_BRACKETS = 500;

    /** Characters in one paragraph that may begin or end a mark: each may look at all before it, and nests in them. */
    private static final int MARKS = 20_000;

    /** Pairs of brackets of one paragraph, summed up: each looks at all before it. */
    private static final long BRACKET_PAIRS = 10_000_000;

    /** Signs times characters of one paragraph, summed up: each sign may look at all of the text. */
    private static final long LOOKS = 60_000_000;

    /** Cells in all tables: a row of one sign has as many as its table's head. */
    private static final int CELLS = 200_000;

    /** Columns of one table. */
    private static final int COLUMNS = 200;

    private final TextBlock block;
    private final String text;
    private final Problems problems;
    private int lines;
    private long linePairs;
    private int rawBlocks;
    private int openBrackets;
    private long brackets;
    private int marks;
    private long signs;
    private long length;
    private long pairs;
    private long looks;
    private boolean numbered;
    private boolean inTable;
    private int columns;
    private long cells;
    private int deep;

    private MarkdownLimits(TextBlock block, Problems problems) {
        this.block = block;
        this.text = block.text();
        this.problems = problems;
    }

    /** Whether a text can be parsed in a time that is in keeping with its length; if not, it is reported. */
    static boolean hold(TextBlock block, Problems problems) {
        return new MarkdownLimits(block, problems).hold();
    }

    /** Reports a text that led the parser deeper than its calls can go, in spite of all that is looked at here. */
    static void reportDepth(TextBlock block, Problems problems) {
        problems.add(ProblemCode.NESTED_TOO_DEEP, block.at(0), BLOCKS_DEEP);
    }

    private boolean hold() {
        for (int start = 0; start < text.length(); ) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            if (!holds(new MarkdownLine(text, start, end))) {
                return false;
            }
            start = end + 1;
        }
        return true;
    }

    private boolean holds(MarkdownLine line) {
        if (line.isBlank()) {
            linePairs += (long) lines * lines;
            lines = 0;
            inTable = false;
            endParagraph();
            return true;
        }
        if (!nests(line)) {
            return false;
        }
        if (line.contains("[^") && GAP_AT_LABEL.matcher(line.text()).find()) {
            return exceeded(line.start(), "[^", 1);
        }
        rawBlocks += lines == 0 && line.first() == '<' ? 1 : 0;
        if (rawBlocks > RAW_BLOCKS) {
            return exceeded(line.start(), "<", RAW_BLOCKS);
        }
        return holdsWords(line);
    }

    /** Each list needs two columns of indentation to stay open, or an own sign; each quotation a sign on every line. */
    private boolean nests(MarkdownLine line) {
        int prefix = line.endOfContainers();
        int opened = line.containers(prefix);
        int byIndentation = Math.max(0, line.columns(prefix) - opened) / 2;
        // A line of a paragraph need not repeat what the paragraph stands in; all of that stays open.
        boolean goesOn = lines > 0 && opened == 0;
        deep = goesOn ? deep : opened + Math.min(deep, byIndentation);
        if (deep >= BLOCKS_DEEP) {
            problems.add(ProblemCode.NESTED_TOO_DEEP, block.at(line.start()), BLOCKS_DEEP);
            return false;
        }
        return true;
    }

    private boolean holdsWords(MarkdownLine line) {
        if (beginsParagraph(line)) {
            endParagraph();
        }
        int pipes = count(line.start(), line.end());
        if (openBrackets > OPEN_BRACKETS) {
            return exceeded(line.start(), "[", OPEN_BRACKETS);
        }
        if (pipes > 0) {
            boolean delimiters = line.isDelimiterRow();
            inTable |= lines == 1 && delimiters;
            columns = delimiters ? pipes + 1 : columns;
            cells += columns;
        }
        lines++;
        length += line.end() - line.start();
        return holdsSums(pipes, line.start());
    }

    /** A row of a table is parsed by itself, as is an item of a list. */
    private boolean beginsParagraph(MarkdownLine line) {
        boolean item = line.isNumbered();
        boolean begins = (inTable && line.contains("|")) || line.isOwnParagraph() || (item && numbered);
        numbered = item && (numbered || lines == 0);
        return begins;
    }

    private void endParagraph() {
        pairs += brackets * brackets;
        looks += signs * length;
        openBrackets = 0;
        brackets = 0;
        marks = 0;
        signs = 0;
        length = 0;
    }

    /** Counts what stands in a line; returns the number of bars. */
    private int count(int start, int end) {
        int pipes = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c >= 128) {
                continue;
            }
            switch (c) {
                case '[' -> {
                    brackets++;
                    openBrackets++;
                }
                case ']' -> openBrackets = Math.max(0, openBrackets - 1);
                case '|' -> pipes++;
                case '*', '_', '~' -> marks++;
                case '`', '<', '&', '(', '"', ':', '@', '\\' -> signs++;
                case 'w', 'W' -> signs += text.regionMatches(true, i, "www.", 0, 4) ? 1 : 0;
                default -> {}
            }
        }
        return pipes;
    }

    private boolean holdsSums(int pipes, int start) {
        if (lines > PARAGRAPH_LINES || linePairs + (long) lines * lines > LINE_PAIRS) {
            return exceeded(start, "¶", PARAGRAPH_LINES);
        }
        if (pipes > COLUMNS || cells > CELLS) {
            return exceeded(start, "|", pipes > COLUMNS ? COLUMNS : CELLS);
        }
        if (marks > MARKS) {
            return exceeded(start, "*", MARKS);
        }
        if (pairs + brackets * brackets > BRACKET_PAIRS) {
            return exceeded(start, "[", (int) brackets);
        }
        if (looks + signs * length > LOOKS) {
            return exceeded(start, "<", (int) signs);
        }
        return true;
    }

    private boolean exceeded(int offset, String what, int limit) {
        problems.add(ProblemCode.TOO_MUCH, block.at(offset), what, limit);
        return false;
    }
}
