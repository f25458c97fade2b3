package prongsai.check.attachment;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a file is: by its first bytes, and by its name only where these say no more than that it is text. */
enum FileKind {
    PDF,
    /** An archive, or a document that is one. */
    ZIP,
    GZIP,
    /** A compound file of Microsoft: an old document, or an encrypted new one. */
    COMPOUND,
    IMAGE,
    RTF,
    HTML,
    XML,
    CSV,
    JSON,
    MAIL,
    TEXT,
    EMPTY,
    UNKNOWN;

    /** As many bytes as are looked at: a PDF may begin after 1,024 others. */
    static final int HEAD = 4096;

    private static final int PDF_WITHIN = 1024;
    private static final int HTML_WITHIN = 1024;

    private static final Map<String, FileKind> BY_MAGIC = Map.ofEntries(
            Map.entry("PK\u0003\u0004", ZIP),
            Map.entry("PK\u0005\u0006", ZIP),
            Map.entry("PK\u0007\u0008PK\u0003\u0004", ZIP),
            Map.entry("\u001f\u008b", GZIP),
            Map.entry("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", COMPOUND),
            Map.entry("\u00ff\u00d8\u00ff", IMAGE),
            Map.entry("\u0089PNG\r\n\u001a\n", IMAGE),
            Map.entry("GIF8", IMAGE),
            Map.entry("II*\0", IMAGE),
            Map.entry("MM\0*", IMAGE),
            Map.entry("{\\rtf", RTF),
            Map.entry("7z\u00bc\u00af'\u001c", UNKNOWN),
            Map.entry("Rar!\u001a\u0007", UNKNOWN));

    private static final Map<String, FileKind> BY_EXTENSION = Map.ofEntries(
            Map.entry("csv", CSV),
            Map.entry("tsv", CSV),
            Map.entry("json", JSON),
            Map.entry("geojson", JSON),
            Map.entry("html", HTML),
            Map.entry("htm", HTML),
            Map.entry("xhtml", HTML),
            Map.entry("xml", XML),
            Map.entry("svg", XML),
            Map.entry("kml", XML),
            Map.entry("gpx", XML),
            Map.entry("eml", MAIL),
            Map.entry("mht", MAIL),
            Map.entry("mhtml", MAIL));

    /** Brands of the ISO media format that are pictures; others are films and sounds. */
    private static final Set<String> PICTURE_BRANDS =
            Set.of("heic", "heix", "heim", "heis", "hevc", "mif1", "msf1", "avif", "avis");

    /** The kind of a file that begins with {@code head}, its first {@value #HEAD} bytes or fewer. */
    static FileKind of(byte[] head, String name) {
        if (head.length == 0) {
            return EMPTY;
        }
        String start = new String(head, StandardCharsets.ISO_8859_1);
        for (Map.Entry<String, FileKind> magic : BY_MAGIC.entrySet()) {
            if (start.startsWith(magic.getKey())) {
                return magic.getValue();
            }
        }
        if (isPicture(start)) {
            return IMAGE;
        }
        if (start.substring(0, Math.min(start.length(), PDF_WITHIN)).contains("%PDF-")) {
            return PDF;
        }
        return isText(start) ? text(start, name) : UNKNOWN;
    }

    private static boolean isPicture(String start) {
        boolean isWebp = start.startsWith("RIFF") && start.startsWith("WEBP", 8);
        boolean isMedia = start.startsWith("ftyp", 4) && start.length() >= 12;
        return isWebp || (isMedia && PICTURE_BRANDS.contains(start.substring(8, 12))) || isBitmap(start);
    }

    private static boolean isBitmap(String start) {
        return start.startsWith("BM") && start.startsWith("\0\0\0\0", 6);
    }

    /** No byte of text is NUL, unless it is UTF-16, which has some in every line of digits or Latin letters. */
    private static boolean isText(String start) {
        if (PlainText.utf16(start).isPresent()) {
            return true;
        }
        long controls = start.chars()
                .filter(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1a && c != 0x1b)
                .count();
        return start.indexOf('\0') < 0 && controls * 20 <= start.length();
    }

    private static FileKind text(String start, String name) {
        FileKind named = BY_EXTENSION.getOrDefault(extension(name), TEXT);
        String lower = start.substring(0, Math.min(start.length(), HTML_WITHIN))
                .toLowerCase(Locale.ROOT)
                .replace("\0", "");
        if (lower.contains("<html") || lower.contains("<!doctype html") || lower.contains("<table")) {
            return lower.startsWith("mime-version:") || named == MAIL ? MAIL : HTML;
        }
        boolean isXml = lower.contains("<?xml") || lower.contains("<svg");
        if (isXml && named != MAIL) {
            return named == HTML ? HTML : XML;
        }
        return lower.startsWith("mime-version:") ? MAIL : named;
    }

    /** In small letters, empty if there is none. */
    static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
