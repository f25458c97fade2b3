package prongsai.feeds.picture;

import java.util.Optional;
import prongsai.source.Digest;
import prongsai.source.DigestMaker;

/**
 * What a picture for sharing shows.
 *
 * @param look whose it is
 * @param kicker what kind of page it is of, over the title; may be empty
 * @param figure a large figure under the title
 */
public record Card(Look look, String kicker, String title, Optional<Figure> figure) {

    /**
     * The agency as every picture shows it.
     *
     * @param initials stand in a plain ring where there is no seal
     * @param colour {@code #rrggbb}
     * @param seal PNG or JPEG
     */
    public record Look(String name, String place, String initials, String colour, Optional<Seal> seal) {}

    /** A picture file; its bytes are the file's. */
    public static final class Seal {
        private final byte[] bytes;

        public Seal(byte[] bytes) {
            this.bytes = bytes;
        }

        byte[] bytes() {
            return bytes;
        }
    }

    /**
     * A figure in words that are ready to show.
     *
     * @param value such as {@code ๘๑.๘๐}
     * @param unit such as {@code คะแนน}
     * @param mark such as {@code ระดับ B}; may be empty
     */
    public record Figure(String value, String unit, String mark) {}

    /** Of all that the picture shows. */
    public Digest digest() {
        DigestMaker maker = new DigestMaker().digest(digest(look)).text(kicker).text(title);
        figure.ifPresent(f -> maker.text(f.value()).text(f.unit()).text(f.mark()));
        return maker.make();
    }

    /** Of what icons show. */
    public static Digest digest(Look look) {
        DigestMaker maker = new DigestMaker()
                .text(look.name())
                .text(look.place())
                .text(look.initials())
                .text(look.colour());
        look.seal().ifPresent(seal -> maker.digest(Digest.of(seal.bytes())));
        return maker.make();
    }
}
