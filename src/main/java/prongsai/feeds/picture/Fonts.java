package prongsai.feeds.picture;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The two weights of the site's own font. The computer's fonts are never used: they differ. */
record Fonts(Font regular, Font bold) {

    /** Places are exact to a fraction of a pixel, as the glyphs of stacked Thai marks need. */
    static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private static final class Loaded {
        private static final Fonts FONTS = new Fonts(load("sarabun-400"), load("sarabun-600"));
    }

    /** The fonts, read once. */
    static Fonts loaded() {
        return Loaded.FONTS;
    }

    private static Font load(String name) {
        try (InputStream file = Optional.ofNullable(Fonts.class.getResourceAsStream("/fonts/" + name + ".ttf"))
                .orElseThrow(() -> new IOException("no file " + name))) {
            return Font.createFont(Font.TRUETYPE_FONT, file);
        } catch (FontFormatException e) {
            throw new DrawingFailure(e);
        } catch (IOException e) {
            throw new UncheckedIOException("a font of ours cannot be read", e);
        }
    }
}
