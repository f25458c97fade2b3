package prongsai.content;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import prongsai.source.SourcePosition;
import prongsai.source.Value;

/** Where the fields at the top of a record stand: all that most checks ask of them, in a small part of their memory. */
final class FieldPlaces {

    private static final int BITS = 16;
    private static final int MOST = (1 << BITS) - 1;

    /** In the order of the text. */
    private final List<String> names;

    /** Line and column of each value, and at the end of the mapping itself. */
    private final int[] places;

    private FieldPlaces(List<String> names, int[] places) {
        this.names = names;
        this.places = places;
    }

    /** The lists of names that records have in common, each kept once. */
    static final class Names {
        private final ConcurrentMap<List<String>, List<String>> known = new ConcurrentHashMap<>();

        List<String> shared(List<String> names) {
            List<String> before = known.putIfAbsent(names, names);
            return before == null ? names : before;
        }
    }

    /** The places of a mapping's fields; empty where a line or column is beyond any that a record has. */
    static Optional<FieldPlaces> of(Value.Mapping mapping, Names shared) {
        List<String> names = shared.shared(List.copyOf(mapping.fields().keySet()));
        int[] places = new int[names.size() + 1];
        int next = 0;
        for (Value value : mapping.fields().values()) {
            places[next++] = packed(value.position());
        }
        places[next] = packed(mapping.position());
        for (int place : places) {
            if (place == 0) {
                return Optional.empty();
            }
        }
        return Optional.of(new FieldPlaces(names, places));
    }

    void write(BytesOut out) {
        out.list(names, out::text);
        for (int place : places) {
            out.number(place);
        }
    }

    static FieldPlaces read(BytesIn in, Names shared) {
        List<String> names = shared.shared(List.copyOf(in.list(in::text)));
        int[] places = new int[names.size() + 1];
        for (int i = 0; i < places.length; i++) {
            places[i] = in.number();
        }
        return new FieldPlaces(names, places);
    }

    private static int packed(SourcePosition position) {
        return position.line() > MOST || position.column() > MOST ? 0 : position.line() << BITS | position.column();
    }

    boolean isSameAs(FieldPlaces other) {
        return names.equals(other.names) && Arrays.equals(places, other.places);
    }

    boolean has(String name) {
        return names.contains(name);
    }

    /** Where the value of a field stands, or the mapping if it has no such field. */
    SourcePosition at(String name, String file) {
        int index = names.indexOf(name);
        int place = places[index < 0 ? names.size() : index];
        return new SourcePosition(file, place >>> BITS, place & MOST);
    }
}
