package prongsai.render;

import java.util.Optional;

/** The picture that stands under an address. */
public sealed interface ImageTarget permits ImageTarget.Picture, LinkTarget.Broken {

    /**
     * A picture on this site.
     *
     * @param size if known, so that the page does not jump when the picture arrives
     */
    record Picture(String src, Optional<Size> size) implements ImageTarget {}

    /** Width and height in pixels. */
    record Size(int width, int height) {
        public Size {
            if (width < 1 || height < 1) {
                throw new IllegalArgumentException("width " + width + " and height " + height + " are at least 1");
            }
        }
    }
}
