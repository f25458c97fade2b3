package prongsai.deploy.s3;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One request to an object store, not signed yet.
 *
 * @param path of the bucket or of an object in it, from {@code /} on, not encoded
 * @param query not encoded
 * @param about what it is about, for messages: the path of a file in the site, or the bucket's name
 * @param atMost how many bytes may come back; more are {@link prongsai.deploy.RemoteFailure.Reason#TOO_LARGE}
 */
record Ask(
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        Optional<Body> body,
        String about,
        long atMost) {

    /** An answer that is no file: a listing, what went wrong. */
    static final long DOCUMENT = 8L << 20;

    static Ask of(String method, String path, String about) {
        return new Ask(method, path, Map.of(), Map.of(), Optional.empty(), about, DOCUMENT);
    }

    Ask query(String name, String value) {
        return new Ask(method, path, with(query, name, value), headers, body, about, atMost);
    }

    Ask header(String name, String value) {
        return new Ask(method, path, query, with(headers, name, value), body, about, atMost);
    }

    Ask body(Body bytes) {
        return new Ask(method, path, query, headers, Optional.of(bytes), about, atMost);
    }

    Ask atMost(long bytes) {
        return new Ask(method, path, query, headers, body, about, bytes);
    }

    private static Map<String, String> with(Map<String, String> all, String name, String value) {
        Map<String, String> more = new TreeMap<>(all);
        more.put(name, value);
        return more;
    }
}
