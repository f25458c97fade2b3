package prongsai.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DigestTest {

    /** From the reference implementation of MurmurHash3 (x64, 128 bits, seed 0). */
    @Example
    void isThatOfTheReference() {
        assertThat(Digest.of(new byte[0])).hasToString("00000000000000000000000000000000");
        assertThat(Digest.of("hello".getBytes(StandardCharsets.US_ASCII)))
                .hasToString("cbd8a7b341bd9b025b1e906a48ae1d19");
        assertThat(Digest.of("The quick brown fox jumps over the lazy dog".getBytes(StandardCharsets.US_ASCII)))
                .hasToString("e34bbc7bbc071b6c7a433ca9c49a9347");
    }

    @Property(tries = 200)
    void isTheSameHoweverTheBytesCome(@ForAll @IntRange(max = 40_000) int length, @ForAll long seed) {
        Random random = new Random(seed);
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        Digest.Stream stream = new Digest.Stream();
        for (int done = 0; done < length; ) {
            int some = Math.min(length - done, 1 + random.nextInt(random.nextBoolean() ? 20 : 20_000));
            if (some == 1) {
                stream.write(bytes[done]);
            } else {
                stream.write(bytes, done, some);
            }
            done += some;
        }
        assertThat(stream.digest()).isEqualTo(Digest.of(bytes));
    }
}
