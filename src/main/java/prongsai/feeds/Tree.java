package prongsai.feeds;

import java.util.LinkedHashMap;
import java.util.Map;

/** Objects of JSON whose fields keep their order: the same data must give the same bytes. */
final class Tree {

    private Tree() {}

    /**
     * An object.
     *
     * @param fields a key and its value, and so on
     */
    static Map<String, Object> of(Object... fields) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            tree.put((String) fields[i], fields[i + 1]);
        }
        return tree;
    }
}
