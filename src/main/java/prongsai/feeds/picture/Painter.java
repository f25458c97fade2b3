package prongsai.feeds.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.TextLayout;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Optional;
import prongsai.render.Accent;
import prongsai.site.Preview;

/** Draws in the manner of the site: warm paper, one accent, a thin line of gold. Lengths are pixels. */
final class Painter {

    // The tokens of the stylesheet.
    private static final Color PAPER = new Color(0xfaf8f2);
    private static final Color INK = new Color(0x1c2320);
    private static final Color GREY = new Color(0x505a55);
    private static final Color GOLD = new Color(0xc9a55a);

    private static final int MARGIN = 80;
    private static final int BAND = 26;
    private static final int WIDE = Preview.WIDTH - 2 * MARGIN;

    private final Card.Look look;
    private final Accent accent;
    private final Fonts fonts;
    private final BufferedImage image;
    private final Graphics2D pen;

    private Painter(Card.Look look, int width, int height) {
        this.look = look;
        this.accent = Accent.of(look.colour());
        this.fonts = Fonts.loaded();
        this.image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        this.pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    static byte[] card(Card card) {
        Painter painter = new Painter(card.look(), Preview.WIDTH, Preview.HEIGHT);
        painter.paint(card);
        return painter.finish();
    }

    static byte[] icon(Card.Look look, int edge) {
        Painter painter = new Painter(look, edge, edge);
        painter.fill(Color.WHITE, 0, 0, edge, edge);
        painter.ring(edge * 0.06f, edge * 0.06f, edge * 0.88f, 0.62f);
        return painter.finish();
    }

    private byte[] finish() {
        pen.dispose();
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        return Png.of(image.getWidth(), image.getHeight(), pixels);
    }

    private void paint(Card card) {
        fill(PAPER, 0, 0, Preview.WIDTH, Preview.HEIGHT);
        fill(Color.decode(accent.base()), 0, Preview.HEIGHT - BAND, Preview.WIDTH, BAND);
        fill(GOLD, 0, Preview.HEIGHT - BAND - 5, Preview.WIDTH, 3);
        if (card.title().equals(look.name())) {
            whole();
            return;
        }
        emblem(MARGIN, 56, 112);
        Lines name = Lines.fit(shown(look.name()), fonts.bold(), 40, 24, WIDE - 140, 60);
        write(name.lines().get(0), fonts.bold(), name.size(), Color.decode(accent.deep()), MARGIN + 140, 104);
        write(shown(look.place()), fonts.regular(), 29, GREY, MARGIN + 140, 150);
        fill(GOLD, MARGIN, 192, WIDE, 2);
        float top = 216;
        if (!card.kicker().isEmpty()) {
            write(card.kicker(), fonts.bold(), 32, Color.decode(accent.text()), MARGIN, 254);
            top = 272;
        }
        float bottom = Preview.HEIGHT - BAND - 24;
        card.figure().ifPresent(this::figure);
        title(shown(card.title()), top, card.figure().isPresent() ? bottom - 168 : bottom);
    }

    /** The site's own picture: the agency and where it is. */
    private void whole() {
        emblem(MARGIN, 190, 220);
        float left = MARGIN + 272;
        float width = Preview.WIDTH - MARGIN - left;
        String agency = shown(look.name());
        Lines name = Lines.one(agency, fonts.bold(), 100, 60, width)
                .orElseGet(() -> Lines.fit(agency, fonts.bold(), 88, 40, width, 260));
        float line = name.size() * Lines.SPACING;
        float baseline = 300 - (name.lines().size() * line + 56) / 2 + name.size() * 1.05f;
        for (String text : name.lines()) {
            write(text, fonts.bold(), name.size(), Color.decode(accent.deep()), left, baseline);
            baseline += line;
        }
        fill(GOLD, left, baseline - line + 0.42f * name.size(), 120, 4);
        write(shown(look.place()), fonts.regular(), 40, GREY, left, baseline - line + 0.42f * name.size() + 62);
    }

    /** In one line, without what the font has no picture of. */
    private String shown(String text) {
        return text.codePoints()
                .map(c -> Character.isWhitespace(c) ? ' ' : c)
                .filter(fonts.bold()::canDisplay)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .replaceAll(" +", " ")
                .strip();
    }

    private void title(String title, float top, float bottom) {
        Lines lines = Lines.one(title, fonts.bold(), 104, 72, WIDE)
                .orElseGet(() -> Lines.fit(title, fonts.bold(), 72, 40, WIDE, bottom - top));
        float line = lines.size() * Lines.SPACING;
        float free = bottom - top - lines.lines().size() * line;
        float baseline = top + free / 2 + lines.size() * 1.04f;
        for (String text : lines.lines()) {
            write(text, fonts.bold(), lines.size(), INK, MARGIN, baseline);
            baseline += line;
        }
    }

    private void figure(Card.Figure figure) {
        Color deep = Color.decode(accent.deep());
        float baseline = Preview.HEIGHT - BAND - 52;
        float end = write(figure.value(), fonts.bold(), 128, deep, MARGIN, baseline);
        end = write(figure.unit(), fonts.regular(), 40, GREY, end + 20, baseline);
        if (!figure.mark().isEmpty()) {
            float width = (float) Lines.width(figure.mark(), fonts.bold().deriveFont(48f));
            pen.setColor(Color.decode(accent.base()));
            pen.fill(new RoundRectangle2D.Float(end + 48, baseline - 78, width + 64, 96, 20, 20));
            write(figure.mark(), fonts.bold(), 48, Color.WHITE, end + 80, baseline - 14);
        }
    }

    private void emblem(float x, float y, float edge) {
        Optional<BufferedImage> seal = look.seal().flatMap(SealPicture::read);
        if (seal.isPresent()) {
            SealPicture.draw(seal.get(), pen, x, y, edge);
        } else {
            ring(x, y, edge, 0.5f);
        }
    }

    /**
     * The agency's initials in a plain ring: no emblem is invented.
     *
     * @param letter size of the font in edges
     */
    private void ring(float x, float y, float edge, float letter) {
        float thick = edge / 16;
        pen.setColor(Color.WHITE);
        pen.fill(new Ellipse2D.Float(x, y, edge, edge));
        pen.setColor(Color.decode(accent.base()));
        pen.setStroke(new BasicStroke(thick));
        pen.draw(new Ellipse2D.Float(x + thick / 2, y + thick / 2, edge - thick, edge - thick));
        if (look.initials().isEmpty()) {
            return;
        }
        Font font = fonts.bold().deriveFont(edge * letter);
        TextLayout text = new TextLayout(look.initials(), font, Fonts.CONTEXT);
        Rectangle2D box = text.getBounds();
        pen.setColor(Color.decode(accent.deep()));
        text.draw(pen, (float) (x + edge / 2 - box.getCenterX()), (float) (y + edge / 2 - box.getCenterY()));
    }

    private void fill(Color colour, float x, float y, float width, float height) {
        pen.setColor(colour);
        pen.fill(new Rectangle2D.Float(x, y, width, height));
    }

    /** @return where the text ends */
    private float write(String text, Font font, float size, Color colour, float x, float baseline) {
        if (text.isEmpty()) {
            return x;
        }
        TextLayout layout = new TextLayout(text, font.deriveFont(size), Fonts.CONTEXT);
        pen.setColor(colour);
        layout.draw(pen, x, baseline);
        return x + layout.getAdvance();
    }
}
