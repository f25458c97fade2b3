package prongsai.render;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The one colour of an agency and the shades made from it, each with the contrast that its use asks for.
 *
 * <p>{@code Accent.of("#0b5d4e").deep()} is dark enough for headings on a tinted ground (7:1). Any colour with 4.5:1 on
 * white gives shades that pass WCAG 2.2 AA everywhere they are used. Colours are {@code #rrggbb}.
 *
 * @param base as given: filled areas under white text, rules, rings
 * @param text links and icons: at least 4.5:1 on paper, sheet and {@code soft}
 * @param deep large figures, headings and the tools strip: at least 7:1 on all three
 * @param mid bars below the pass mark: at least 3:1 on the bar's track
 * @param soft a tint for rows that head a group
 */
public record Accent(String base, String text, String deep, String mid, String soft) {
    private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final int WHITE = 0xffffff;
    private static final int BLACK = 0;
    /** The tokens {@code --paper} and {@code --calm-soft} of the stylesheet. */
    private static final int PAPER = 0xfaf8f2;

    private static final int TRACK = 0xefede6;

    /**
     * The shades of one colour.
     *
     * @param colour {@code #rrggbb}
     * @throws IllegalArgumentException if it is not written so
     */
    public static Accent of(String colour) {
        if (!HEX.matcher(colour).matches()) {
            throw new IllegalArgumentException("colour is not #rrggbb: " + colour);
        }
        int base = Integer.parseInt(colour.substring(1), 16);
        int soft = mix(base, WHITE, 90);
        return new Accent(
                hex(base),
                hex(darkened(base, 0, 4.5, soft)),
                hex(darkened(base, 26, 7, soft)),
                hex(lightened(base)),
                hex(soft));
    }

    /** WCAG contrast of the given colour against white, 1 to 21. */
    public double contrastOnWhite() {
        return contrast(Integer.parseInt(base.substring(1), 16), WHITE);
    }

    private static int darkened(int colour, int atLeastPercent, double wanted, int soft) {
        for (int percent = atLeastPercent; percent < 100; percent += 2) {
            int shade = mix(colour, BLACK, percent);
            if (contrast(shade, PAPER) >= wanted && contrast(shade, soft) >= wanted) {
                return shade;
            }
        }
        return BLACK;
    }

    private static int lightened(int colour) {
        for (int percent = 36; percent > 0; percent -= 2) {
            int shade = mix(colour, WHITE, percent);
            if (contrast(shade, TRACK) >= 3) {
                return shade;
            }
        }
        return colour;
    }

    /** {@code percent} of the second colour in the first, channel by channel. */
    private static int mix(int colour, int other, int percent) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = (colour >> shift) & 0xff;
            int b = (other >> shift) & 0xff;
            mixed |= ((a * (100 - percent) + b * percent + 50) / 100) << shift;
        }
        return mixed;
    }

    /** "(L1 + 0.05) / (L2 + 0.05), where L1 is the relative luminance of the lighter of the colors" (WCAG 2.2). */
    private static double contrast(int one, int other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int colour) {
        return 0.2126 * linear((colour >> 16) & 0xff)
                + 0.7152 * linear((colour >> 8) & 0xff)
                + 0.0722 * linear(colour & 0xff);
    }

    /** StrictMath gives the same shade on every machine. */
    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : StrictMath.pow((c + 0.055) / 1.055, 2.4);
    }

    private static String hex(int colour) {
        return String.format(Locale.ROOT, "#%06x", colour);
    }
}
