package prongsai.feeds.picture;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** The agency's seal as it stands in a file. */
final class SealPicture {

    /** Pixels of an edge; a file that claims more could fill the memory. */
    private static final int LARGEST = 5_000;

    private SealPicture() {}

    /** The picture; empty where it is of no kind that this Java reads, or broken: then the initials stand in its place. */
    static Optional<BufferedImage> read(Card.Seal seal) {
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(seal.bytes()))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                boolean small = reader.getWidth(0) <= LARGEST && reader.getHeight(0) <= LARGEST;
                return small ? Optional.of(reader.read(0)) : Optional.empty();
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // Readers of the platform meet a broken file with many kinds of exceptions.
            return Optional.empty();
        }
    }

    /** Draws it inside a square, whole and in its proportions. */
    static void draw(BufferedImage seal, Graphics2D pen, float x, float y, float edge) {
        BufferedImage small = seal;
        // By halves: in one step most pixels of a large picture would not be looked at.
        while (Math.max(small.getWidth(), small.getHeight()) > 2 * edge) {
            small = scaled(small, Math.max(1, small.getWidth() / 2), Math.max(1, small.getHeight() / 2));
        }
        float scale = edge / Math.max(small.getWidth(), small.getHeight());
        int width = Math.max(1, Math.round(small.getWidth() * scale));
        int height = Math.max(1, Math.round(small.getHeight() * scale));
        int left = Math.round(x + (edge - width) / 2);
        int top = Math.round(y + (edge - height) / 2);
        pen.drawImage(scaled(small, width, height), left, top, null);
    }

    private static BufferedImage scaled(BufferedImage image, int width, int height) {
        BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = scaled.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, 0, 0, width, height, null);
        pen.dispose();
        return scaled;
    }
}
