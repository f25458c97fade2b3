package prongsai.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.codec.digest.MurmurHash3;

class DigestTest {

    @Property(tries = 300)
    void isTheOneThatOthersCount(@ForAll byte[] bytes) {
        long[] expected = MurmurHash3.hash128x64(bytes);
        assertThat(Digest.of(bytes)).isEqualTo(new Digest(expected[0], expected[1]));
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
