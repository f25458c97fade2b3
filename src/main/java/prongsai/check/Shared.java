package prongsai.check;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Lets equal values that come often, such as the links of a menu, be one object. It remembers a bounded number: what comes
 * once takes no memory here.
 */
final class Shared<T> {

    private final AtomicReferenceArray<T> recent = new AtomicReferenceArray<>(4096);

    /** An equal value that was given before, else this one. */
    @SuppressWarnings("unchecked")
    <V extends T> V same(V value) {
        int hash = value.hashCode();
        int slot = (hash ^ (hash >>> 12)) & (recent.length() - 1);
        T other = recent.get(slot);
        if (value.equals(other)) {
            return (V) other;
        }
        recent.set(slot, value);
        return value;
    }
}
