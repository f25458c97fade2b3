package prongsai.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

class KeyedRecordsTest {

    private static ByteBuffer written(List<Tuple2<String, byte[]>> records) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (var record : records) {
            CacheBytes.write(record.get1(), out);
            out.writeInt(record.get2().length);
            out.write(record.get2());
        }
        out.writeInt(7);
        return ByteBuffer.wrap(bytes.toByteArray());
    }

    /** Short keys of few letters, so that many come twice and many have one hash ({@code bA} and {@code ab}). */
    @Provide
    Arbitrary<List<Tuple2<String, byte[]>>> records() {
        Arbitrary<String> keys =
                Arbitraries.strings().withChars('a', 'b', 'A', 'B', 'ก', '/').ofMaxLength(3);
        Arbitrary<byte[]> bytes = Arbitraries.bytes().array(byte[].class).ofMaxSize(5);
        return keys.flatMap(key -> bytes.map(value -> Tuple.of(key, value)))
                .list()
                .ofMaxSize(60);
    }

    @Property
    void areAMapWhoseLastValueOfAKeyCounts(@ForAll("records") List<Tuple2<String, byte[]>> records) throws IOException {
        ByteBuffer body = written(records);
        KeyedRecords found = new KeyedRecords(body, records.size());
        assertThat(body.getInt()).isEqualTo(7);
        assertThat(body.hasRemaining()).isFalse();

        Map<String, byte[]> map = new HashMap<>();
        records.forEach(record -> map.put(record.get1(), record.get2()));
        assertThat(found.keys()).containsExactlyInAnyOrderElementsOf(map.keySet());
        assertThat(found.isEmpty()).isEqualTo(map.isEmpty());
        map.forEach((key, value) -> assertThat(found.find(key)).contains(ByteBuffer.wrap(value)));
        for (String other : List.of("", "a", "bA", "ab", "ก", "a/b", "long enough")) {
            assertThat(found.has(other)).isEqualTo(map.containsKey(other));
        }
    }
}
