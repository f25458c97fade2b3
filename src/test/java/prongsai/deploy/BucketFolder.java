package prongsai.deploy;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Objects as the files of a folder, so that tests look at them as at the files of any other server. An empty folder is an empty
 * object whose name ends in {@code /}; what is told with each object is kept beside.
 */
final class BucketFolder {

    private final Path folder;
    private final Map<String, String> types = new ConcurrentHashMap<>();
    private final Map<String, String> caching = new ConcurrentHashMap<>();
    private final AtomicInteger lies = new AtomicInteger();
    volatile int namesAPage = 1000;
    volatile boolean liesAboutTags;
    volatile long liesAboutSizesBy;

    BucketFolder(Path folder) {
        this.folder = folder;
    }

    /** One object. */
    record Stored(byte[] bytes, Instant modified, String tag, String type) {}

    String type(String key) {
        return types.getOrDefault(key, "");
    }

    String caching(String key) {
        return caching.getOrDefault(key, "");
    }

    long toldSize(Stored object) {
        return object.bytes().length + liesAboutSizesBy;
    }

    /** Whether it was put. */
    synchronized boolean put(String key, byte[] bytes, String type, String cache, boolean onlyIfNew)
            throws IOException {
        if (onlyIfNew && get(key).isPresent()) {
            return false;
        }
        Path file = folder.resolve(key);
        if (key.endsWith("/")) {
            Files.createDirectories(file);
            return true;
        }
        Files.createDirectories(file.getParent());
        Path half = Files.createTempFile(folder.toAbsolutePath().getParent(), "half", "");
        Files.write(half, bytes);
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        types.put(key, type);
        caching.put(key, cache);
        return true;
    }

    synchronized Optional<Stored> get(String key) throws IOException {
        Path file = folder.resolve(key);
        if (key.endsWith("/")) {
            return isEmptyFolder(file)
                    ? Optional.of(new Stored(
                            new byte[0], Files.getLastModifiedTime(file).toInstant(), "mark", "binary/octet-stream"))
                    : Optional.empty();
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(file);
        return Optional.of(new Stored(bytes, Files.getLastModifiedTime(file).toInstant(), tag(bytes), type(key)));
    }

    private String tag(byte[] bytes) {
        if (liesAboutTags) {
            return "lie-" + lies.incrementAndGet();
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    synchronized void delete(String key) throws IOException {
        Path file = folder.resolve(key);
        if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            Files.deleteIfExists(file);
        }
        // A folder is there as long as something is in it.
        for (Path at = key.endsWith("/") ? file : file.getParent();
                !at.equals(folder) && isEmptyFolder(at);
                at = at.getParent()) {
            Files.delete(at);
        }
    }

    private static boolean isEmptyFolder(Path path) throws IOException {
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(path)) {
            return !inside.iterator().hasNext();
        }
    }

    private NavigableSet<String> keys() throws IOException {
        NavigableSet<String> keys = new TreeSet<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                String key = folder.relativize(path).toString();
                if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                    keys.add(key);
                } else if (!path.equals(folder) && isEmptyFolder(path)) {
                    keys.add(key + "/");
                }
            }
        }
        return keys;
    }

    /** A page of ListObjectsV2. */
    synchronized String list(String bucket, Map<String, String> query) throws IOException {
        String prefix = query.getOrDefault("prefix", "");
        Optional<String> delimiter = Optional.ofNullable(query.get("delimiter"));
        int most = Math.min(namesAPage, Integer.parseInt(query.getOrDefault("max-keys", "1000")));
        String after = query.getOrDefault("continuation-token", "");
        TreeMap<String, String> lines = new TreeMap<>();
        for (String key : keys()) {
            if (!key.startsWith(prefix)) {
                continue;
            }
            int end = delimiter.isPresent() ? key.indexOf(delimiter.get(), prefix.length()) : -1;
            if (end >= 0) {
                String common = key.substring(0, end + 1);
                lines.put(common, "<CommonPrefixes><Prefix>" + encoded(common) + "</Prefix></CommonPrefixes>");
            } else {
                lines.put(key, line(key));
            }
        }
        lines.keySet().removeIf(key -> key.compareTo(after) <= 0);
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>" + bucket + "</Name>");
        boolean isMore = lines.size() > most;
        String last = "";
        for (Map.Entry<String, String> line : lines.entrySet()) {
            if (most-- <= 0) {
                break;
            }
            xml.append(line.getValue());
            last = line.getKey();
        }
        xml.append("<IsTruncated>").append(isMore).append("</IsTruncated>");
        if (isMore) {
            xml.append("<NextContinuationToken>").append(encoded(last)).append("</NextContinuationToken>");
        }
        return xml.append("</ListBucketResult>").toString();
    }

    private String line(String key) throws IOException {
        Stored object = get(key).orElseThrow();
        return "<Contents><Key>" + encoded(key) + "</Key><LastModified>" + object.modified()
                + "</LastModified><ETag>&quot;" + object.tag() + "&quot;</ETag><Size>" + toldSize(object)
                + "</Size><Owner><ID>somebody</ID></Owner></Contents>";
    }

    static Map<String, String> query(String raw) {
        Map<String, String> query = new TreeMap<>();
        if (raw != null) {
            for (String pair : raw.split("&")) {
                String[] parts = pair.split("=", 2);
                query.put(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
            }
        }
        return query;
    }

    static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }
}
