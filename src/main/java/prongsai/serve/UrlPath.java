package prongsai.serve;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The path of a requested address, decoded: {@code /ita/2562/} is the folder {@code [ita, 2562]}.
 *
 * @param segments names without {@code .}, {@code ..}, separators, control characters and hidden names, so that they
 *     cannot lead out of a folder
 * @param folder whether the path ended in a slash
 */
record UrlPath(List<String> segments, boolean folder) {

    private static final int HEX = 16;
    private static final String PUBLIC_THOUGH_HIDDEN = ".well-known";

    UrlPath {
        segments = List.copyOf(segments);
    }

    /** Decodes a path as it stands in a request; empty where no file of a site can be meant. */
    static Optional<UrlPath> parse(String raw) {
        if (!raw.startsWith("/")) {
            return Optional.empty();
        }
        boolean folder = raw.endsWith("/");
        String inner = raw.substring(1, Math.max(1, folder ? raw.length() - 1 : raw.length()));
        if (inner.isEmpty()) {
            return folder ? Optional.of(new UrlPath(List.of(), true)) : Optional.empty();
        }
        List<Optional<String>> segments = Arrays.stream(inner.split("/", -1))
                .map(segment -> decode(segment).filter(UrlPath::isName))
                .toList();
        return segments.stream().allMatch(Optional::isPresent)
                ? Optional.of(
                        new UrlPath(segments.stream().flatMap(Optional::stream).toList(), folder))
                : Optional.empty();
    }

    /** This path below another; empty where it does not lie below. */
    Optional<UrlPath> below(UrlPath base) {
        int depth = base.segments.size();
        boolean lies = segments.size() >= depth
                && segments.subList(0, depth).equals(base.segments)
                && (segments.size() > depth || folder);
        return lies ? Optional.of(new UrlPath(segments.subList(depth, segments.size()), folder)) : Optional.empty();
    }

    private static boolean isName(String segment) {
        boolean hidden = segment.startsWith(".") && !segment.equals(PUBLIC_THOUGH_HIDDEN);
        return !segment.isEmpty()
                && !hidden
                && segment.chars().noneMatch(c -> c == '/' || c == '\\' || c == ':' || Character.isISOControl(c));
    }

    private static Optional<String> decode(String segment) {
        ByteBuffer bytes = ByteBuffer.allocate(segment.length());
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            if (c != '%') {
                if (c > '~') {
                    return Optional.empty();
                }
                bytes.put((byte) c);
                continue;
            }
            int high = i + 2 < segment.length() ? Character.digit(segment.charAt(i + 1), HEX) : -1;
            int low = i + 2 < segment.length() ? Character.digit(segment.charAt(i + 2), HEX) : -1;
            if (high < 0 || low < 0) {
                return Optional.empty();
            }
            bytes.put((byte) (high * HEX + low));
            i += 2;
        }
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }
}
