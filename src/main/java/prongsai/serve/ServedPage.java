package prongsai.serve;

import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page as it is served: with the script that shows it anew. The page's file knows nothing of it. */
final class ServedPage {

    private static final Pattern HEAD_END = Pattern.compile("</head\\s*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern POLICY = Pattern.compile(
            "(<meta\\s+http-equiv=[\"']?Content-Security-Policy[\"']?\\s+content=\")([^\"]*)(\")",
            Pattern.CASE_INSENSITIVE);

    private ServedPage() {}

    /**
     * The page with the script at the end of its head.
     *
     * @param page bytes in any character set that writes ASCII as ASCII
     * @param version of the site that the page belongs to, so that the script knows when it has become old
     */
    static byte[] of(byte[] page, String version) {
        // One byte a character: whatever the page is written in, it stays as it is.
        String text = new String(page, StandardCharsets.ISO_8859_1);
        Matcher end = HEAD_END.matcher(text);
        int at = end.find() ? end.start() : text.length();
        String head = POLICY.matcher(text.substring(0, at)).replaceAll(ServedPage::relaxed);
        return (head + script(version) + text.substring(at)).getBytes(StandardCharsets.ISO_8859_1);
    }

    static String script(String version) {
        return "<script src=\"" + ClientFiles.SCRIPT + "\" data-version=\"" + version + "\" defer></script>\n";
    }

    private static String relaxed(MatchResult meta) {
        String policy = meta.group(2).replace("&#39;", "'");
        return Matcher.quoteReplacement(meta.group(1) + Policy.relaxed(policy) + meta.group(3));
    }
}
