package prongsai.check.attachment;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** The text of a PDF's pages, one at a time, and whether they have any. Pictures are measured, never decoded. */
final class PdfPages extends PDFTextStripper {

    /** Letters and digits of a page that has text: a scan may carry a number or a stamp. */
    private static final int SOME_TEXT = 16;
    /** Share of a page that a picture covers which may hold text. */
    private static final double LARGE = 0.05;
    /** Curves of a page whose letters are drawn as outlines: a letter has about ten. */
    private static final int OUTLINES = 500;

    private final Reading reading;
    private final Within within;
    private final Seam seam = new Seam();

    private int number;
    private double pictures;
    private int curves;
    private int glyphs;
    private int read;

    /** Where a page's letters are. */
    private final Set<Long> drawn = new HashSet<>();

    PdfPages(Reading reading, Within within) {
        this.reading = reading;
        this.within = within;
        setLineSeparator("\n");
        setPageEnd("");
        // The library counts pages only in the loop that is replaced here.
        setStartPage(0);
        // Done here, many times faster: see isDrawnAgain.
        setSuppressDuplicateOverlappingText(false);
    }

    /** Gives the text of all pages. */
    void give(PDDocument document) throws IOException {
        writeText(document, new StringWriter());
    }

    @Override
    protected void processPages(PDPageTree pages) {
        for (PDPage page : pages) {
            reading.check();
            number++;
            pictures = 0;
            curves = 0;
            glyphs = 0;
            read = 0;
            drawn.clear();
            try {
                processPage(page);
            } catch (StopReading e) {
                throw e;
            } catch (IOException | RuntimeException | StackOverflowError e) {
                reading.cannot(Unreadable.CORRUPT);
            }
            if (hasUnreadableText(page)) {
                reading.cannot(Unreadable.SCANNED);
            }
        }
    }

    private boolean hasUnreadableText(PDPage page) {
        if (glyphs >= SOME_TEXT && read * 2 < glyphs) {
            return true;
        }
        PDRectangle box = page.getCropBox();
        double size = Math.max(1, (double) box.getWidth() * box.getHeight());
        return read < SOME_TEXT && (pictures / size > LARGE || curves > OUTLINES);
    }

    /** Called when all of a page's letters are known: writes them as they lie, and as they were drawn if that differs. */
    @Override
    protected void writePage() throws IOException {
        List<List<TextPosition>> drawn = new ArrayList<>();
        charactersByArticle.forEach(article -> drawn.add(new ArrayList<>(article)));
        String text = written(true);
        Place place = within.place(Place.Kind.PAGE, Integer.toString(number));
        seam.next(text).ifPresent(s -> reading.text(between(), s));
        reading.text(place, text);
        // Sorting has put the lists themselves in order.
        if (!digits(drawn).equals(digits(charactersByArticle))) {
            // Columns, or boxes, whose lines mingle when read across.
            charactersByArticle.clear();
            charactersByArticle.addAll(drawn);
            reading.text(place, written(false));
        }
    }

    private Place between() {
        return within.place(Place.Kind.PAGE, (number - 1) + "-" + number);
    }

    private String written(boolean sorted) throws IOException {
        StringWriter text = new StringWriter();
        output = text;
        setSortByPosition(sorted);
        super.writePage();
        return text.toString().strip();
    }

    private static String digits(List<List<TextPosition>> articles) {
        StringBuilder digits = new StringBuilder();
        for (List<TextPosition> article : articles) {
            for (TextPosition position : article) {
                String text = position.getUnicode();
                if (!text.isEmpty() && Character.isDigit(text.codePointAt(0))) {
                    digits.append(text);
                }
            }
        }
        return digits.toString();
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        glyphs++;
        super.showGlyph(matrix, font, code, displacement);
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        String unicode = text.getUnicode();
        if (isReadable(unicode)) {
            read++;
        } else if (unicode.isBlank()) {
            glyphs--;
        }
        if (!isDrawnAgain(text)) {
            super.processTextPosition(text);
        }
    }

    /**
     * Whether the same letter stands here already. Programs make letters bold by drawing them twice, a little apart: a
     * number would have twice its digits. As the library does, a third of the letter's width counts as the same place.
     */
    private boolean isDrawnAgain(TextPosition text) {
        double near = Math.max(0.1, text.getWidth() / 3.0);
        long column = Math.round(text.getX() / near);
        long row = Math.round(text.getY() / near);
        int letter = text.getUnicode().hashCode();
        for (long x = column - 1; x <= column + 1; x++) {
            for (long y = row - 1; y <= row + 1; y++) {
                if (drawn.contains(cell(x, y, letter))) {
                    return true;
                }
            }
        }
        drawn.add(cell(column, row, letter));
        return false;
    }

    /** One number for place and letter, spread over all bits, as the set takes those that differ little for neighbours. */
    private static long cell(long x, long y, int letter) {
        long packed = (x & 0x1F_FFFF) << 43 | (y & 0x1F_FFFF) << 22 | (letter & 0x3F_FFFF);
        return packed * 0x9E37_79B9_7F4A_7C15L;
    }

    private static boolean isReadable(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (isReadable(text.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Thai fonts have had their variants of marks in the private area; no letter or digit is there. */
    private static boolean isReadable(int c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        reading.check();
        switch (operator.getName()) {
            case "c", "v", "y" -> curves++;
            case "BI" -> pictures += covered();
            case "Do" -> measure(operands);
            default -> {}
        }
        super.processOperator(operator, operands);
    }

    private void measure(List<COSBase> operands) {
        Optional<COSName> name = operands.stream()
                .filter(COSName.class::isInstance)
                .map(COSName.class::cast)
                .findFirst();
        if (name.isPresent() && getResources() != null && getResources().isImageXObject(name.get())) {
            pictures += covered();
        }
    }

    /** The area in points that a picture drawn now covers: the unit square under the current matrix. */
    private double covered() {
        Matrix m = getGraphicsState().getCurrentTransformationMatrix();
        return Math.abs((double) m.getScaleX() * m.getScaleY() - (double) m.getShearX() * m.getShearY());
    }
}
