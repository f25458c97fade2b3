package prongsai.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a manifest is written.
 *
 * <p>It is read in one of two ways. A text that is just what would be written, as it nearly always is, is read at one go,
 * since that is done at the start of every build of a site of ten thousand files. Any other is read by lines and not by a
 * JSON parser: a text damaged by hand or by a merge (a conflict of two branches leaves marks in it) still has whole lines
 * that can be trusted as far as the files bear them out.
 */
final class ManifestText {

    private static final String HEAD = "{\n  \"format\": \"prongsai-manifest 1\",\n  \"files\": [\n";
    private static final String PATH = "    {\"path\": \"";
    private static final String SIZE = "\", \"size\": ";
    private static final String SHA256 = ", \"sha256\": \"";
    private static final String END = "\"}";
    private static final String TAIL = "  ]\n}\n";

    private static final int LINE_LENGTH = 180;
    private static final int SHA256_LENGTH = 64;
    private static final int LONGEST_SIZE = 18;
    private static final Pattern LINE = Pattern.compile(
            " *\\{\"path\": \"([^\"]{1,1024})\", \"size\": (0|[1-9][0-9]{0,17}), \"sha256\": \"([0-9a-f]{64})\"\\},?");

    private final String text;
    private final Map<OutputPath, Fingerprint> files;
    private int at;

    private ManifestText(String text) {
        this.text = text;
        this.files = new LinkedHashMap<>(text.length() / LINE_LENGTH * 2);
    }

    static void write(Map<OutputPath, Fingerprint> files, Appendable json) throws IOException {
        json.append(HEAD);
        String separator = "";
        for (var entry : files.entrySet()) {
            json.append(separator)
                    .append(PATH)
                    .append(entry.getKey().text())
                    .append(SIZE)
                    .append(Long.toString(entry.getValue().size()))
                    .append(SHA256)
                    .append(entry.getValue().sha256())
                    .append(END);
            separator = ",\n";
        }
        json.append(files.isEmpty() ? "" : "\n").append(TAIL);
    }

    /** Whether {@link #write} makes just this text, which it does in ASCII. */
    static boolean isOf(Map<OutputPath, Fingerprint> files, byte[] text) {
        Comparison comparison = new Comparison(text);
        try {
            write(files, comparison);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return comparison.same && comparison.at == text.length;
    }

    /** Takes what is written as something to compare. */
    private static final class Comparison implements Appendable {
        private final byte[] text;
        private int at;
        private boolean same = true;

        Comparison(byte[] text) {
            this.text = text;
        }

        @Override
        public Appendable append(CharSequence more) {
            return append(more, 0, more.length());
        }

        @Override
        public Appendable append(CharSequence more, int start, int end) {
            same &= end - start <= text.length - at;
            for (int i = start; i < end && same; i++) {
                same = text[at++] == more.charAt(i);
            }
            return this;
        }

        @Override
        public Appendable append(char c) {
            return append(String.valueOf(c));
        }
    }

    static Manifest.Parsed parse(String text) {
        ManifestText exact = new ManifestText(text);
        return exact.readWhole()
                ? new Manifest.Parsed(new Manifest(exact.files), true)
                : new Manifest.Parsed(linesOf(text), false);
    }

    /** Whether the text is what {@link #write} makes of the files that were read from it. */
    private boolean readWhole() {
        if (!skip(HEAD)) {
            return false;
        }
        String last = "";
        boolean more = text.startsWith(PATH, at);
        while (more) {
            Optional<String> path = readFile();
            if (path.isEmpty() || path.get().compareTo(last) <= 0) {
                return false;
            }
            last = path.get();
            more = skip(",\n");
        }
        return (files.isEmpty() || skip("\n")) && skip(TAIL) && at == text.length();
    }

    /** Reads one file; its path, unless it is not written as we write it. */
    private Optional<String> readFile() {
        int path = at + PATH.length();
        int pathEnd = text.indexOf('"', path);
        if (!skip(PATH) || pathEnd < 0) {
            return Optional.empty();
        }
        at = pathEnd;
        long size = skip(SIZE) ? readSize() : -1;
        int sha256 = at + SHA256.length();
        int sha256End = sha256 + SHA256_LENGTH;
        if (size < 0 || !skip(SHA256) || !text.startsWith(END, sha256End)) {
            return Optional.empty();
        }
        at = sha256End + END.length();
        try {
            OutputPath name = new OutputPath(text.substring(path, pathEnd));
            files.put(name, new Fingerprint(text.substring(sha256, sha256End), size));
            return Optional.of(name.text());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A number without leading zeros; -1 where there is none. */
    private long readSize() {
        int begin = at;
        long size = 0;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9' && at - begin <= LONGEST_SIZE) {
            size = size * 10 + text.charAt(at) - '0';
            at++;
        }
        int length = at - begin;
        boolean right = length == 1 || (length > 1 && length <= LONGEST_SIZE && text.charAt(begin) != '0');
        return right ? size : -1;
    }

    private boolean skip(String expected) {
        boolean there = text.startsWith(expected, at);
        at += there ? expected.length() : 0;
        return there;
    }

    private static Manifest linesOf(String text) {
        TreeMap<OutputPath, Fingerprint> files = new TreeMap<>();
        text.lines().forEach(line -> {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches() && OutputPath.isValid(matcher.group(1))) {
                files.put(
                        new OutputPath(matcher.group(1)),
                        new Fingerprint(matcher.group(3), Long.parseLong(matcher.group(2))));
            }
        });
        return new Manifest(files);
    }
}
