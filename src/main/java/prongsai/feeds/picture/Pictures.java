package prongsai.feeds.picture;

import java.util.function.Supplier;
import prongsai.site.Preview;

/** Draws pictures. The same Java draws the same bytes; another may draw others. May be used by many threads. */
public final class Pictures {

    private Pictures() {}

    /**
     * A picture for sharing as PNG, {@value Preview#WIDTH} by {@value Preview#HEIGHT} pixels.
     *
     * @throws DrawingFailure where this Java cannot draw
     */
    public static byte[] card(Card card) {
        return drawn(() -> Painter.card(card));
    }

    /**
     * An icon as PNG.
     *
     * @param edge width and height in pixels
     * @throws DrawingFailure where this Java cannot draw
     */
    public static byte[] icon(Card.Look look, int edge) {
        return drawn(() -> Painter.icon(look, edge));
    }

    private static byte[] drawn(Supplier<byte[]> picture) {
        try {
            return picture.get();
        } catch (LinkageError | InternalError e) {
            // How the platform says that one of its own libraries found nothing to work with.
            throw new DrawingFailure(e);
        }
    }
}
