package prongsai.site;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a browser is told that a file is, by its name. */
public final class ContentTypes {

    /** Of a file that is not known. */
    public static final String UNKNOWN = "application/octet-stream";

    /** Of Atom feeds, which end in {@code .xml} like other files. */
    public static final String FEED = "application/atom+xml";

    /** All texts of a site are in it. */
    public static final String CHARSET = "utf-8";

    private static final SortedMap<String, String> TYPES = types();

    private ContentTypes() {}

    private static SortedMap<String, String> types() {
        String office = "application/vnd.openxmlformats-officedocument.";
        String open = "application/vnd.oasis.opendocument.";
        return Collections.unmodifiableSortedMap(new TreeMap<>(Map.ofEntries(
                Map.entry("css", "text/css"),
                Map.entry("csv", "text/csv"),
                Map.entry("doc", "application/msword"),
                Map.entry("docx", office + "wordprocessingml.document"),
                Map.entry("gif", "image/gif"),
                Map.entry("html", "text/html"),
                Map.entry("ico", "image/x-icon"),
                Map.entry("jpeg", "image/jpeg"),
                Map.entry("jpg", "image/jpeg"),
                Map.entry("js", "text/javascript"),
                Map.entry("json", "application/json"),
                Map.entry("jsonld", "application/ld+json"),
                Map.entry("mp3", "audio/mpeg"),
                Map.entry("mp4", "video/mp4"),
                Map.entry("odp", open + "presentation"),
                Map.entry("ods", open + "spreadsheet"),
                Map.entry("odt", open + "text"),
                Map.entry("pdf", "application/pdf"),
                Map.entry("png", "image/png"),
                Map.entry("ppt", "application/vnd.ms-powerpoint"),
                Map.entry("pptx", office + "presentationml.presentation"),
                Map.entry("svg", "image/svg+xml"),
                Map.entry("txt", "text/plain"),
                Map.entry("webmanifest", "application/manifest+json"),
                Map.entry("webp", "image/webp"),
                Map.entry("woff2", "font/woff2"),
                Map.entry("xls", "application/vnd.ms-excel"),
                Map.entry("xlsx", office + "spreadsheetml.sheet"),
                Map.entry("xml", "application/xml"),
                Map.entry("zip", "application/zip"))));
    }

    /** The media type of every extension that is known, without its character set. */
    public static SortedMap<String, String> byExtension() {
        return TYPES;
    }

    /** Whether a media type is one of text, so that its character set is to be said and it is worth compressing. */
    public static boolean isText(String mediaType) {
        return mediaType.startsWith("text/")
                || mediaType.endsWith("json")
                || mediaType.endsWith("/xml")
                || mediaType.endsWith("+xml");
    }

    /** The type of a file, with the character set of a text: {@code text/csv; charset=utf-8}. */
    public static String of(String fileName) {
        String name = fileName.substring(fileName.lastIndexOf('/') + 1);
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String type = name.equals(MachineFiles.FEED) ? FEED : TYPES.getOrDefault(extension, UNKNOWN);
        return isText(type) ? type + "; charset=" + CHARSET : type;
    }
}
