package prongsai.render;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import prongsai.model.Numerals;

/** Addresses: which are safe to follow, and how they are written into an attribute. */
final class HtmlUrl {

    /** What following an address would do. */
    enum Kind {
        /** Stays on this site. */
        LOCAL,
        /** Opens another site. */
        WEB,
        MAIL,
        PHONE,
        /** Might run a script, leave the site unseen, or look like another address than it is. */
        UNSAFE
    }

    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(.*)", Pattern.DOTALL);

    /** Without {@code user@} before the host, which serves only to make one site look like another. */
    private static final Pattern AUTHORITY = Pattern.compile(
            "//[\\p{L}\\p{M}\\p{N}](?:[\\p{L}\\p{M}\\p{N}._-]{0,252})(?::[0-9]{1,5})?(?:[/?#].*)?", Pattern.DOTALL);

    private HtmlUrl() {}

    static Kind kindOf(String address) {
        String trimmed = address.strip();
        if (hasForbidden(trimmed) || leavesTheSite(trimmed)) {
            return Kind.UNSAFE;
        }
        if (trimmed.indexOf(':') < 0) {
            return Kind.LOCAL;
        }
        Matcher scheme = SCHEME.matcher(trimmed);
        if (!scheme.matches()) {
            return Kind.LOCAL;
        }
        return switch (scheme.group(1).toLowerCase(Locale.ROOT)) {
            case "http", "https" -> AUTHORITY.matcher(scheme.group(2)).matches() ? Kind.WEB : Kind.UNSAFE;
            case "mailto" -> Kind.MAIL;
            case "tel" -> Kind.PHONE;
            default -> Kind.UNSAFE;
        };
    }

    private static boolean hasForbidden(String address) {
        for (int i = 0; i < address.length(); ) {
            int c = address.codePointAt(i);
            if (isForbidden(c)) {
                return true;
            }
            i += Character.charCount(c);
        }
        return false;
    }

    /** Browsers pass over controls, tabs and line breaks inside an address: {@code java<tab>script:} runs. */
    private static boolean isForbidden(int c) {
        return c == '\t' || c == '\n' || HtmlText.isHidden(c) || Character.getType(c) == Character.SURROGATE;
    }

    /** {@code //host} and, as browsers read a backslash like a slash, {@code \\host} and {@code /\host}. */
    private static boolean leavesTheSite(String address) {
        return address.startsWith("\\") || address.startsWith("//") || address.startsWith("/\\");
    }

    private static final Pattern HOST = Pattern.compile("(?:[A-Za-z]+://|.*@)?([^/?#:]*)", Pattern.DOTALL);

    private static final Pattern THAI_AFTER_LATIN = Pattern.compile("(?<=[A-Za-z0-9])[\\u0E00-\\u0E7F]");

    /**
     * Where an address that was found in running text ends: Thai is written on without a space, and no name of a host
     * mixes scripts in one part ({@code www.example.go.thได้} ends before {@code ได้}).
     */
    static int endInText(String address) {
        Matcher host = HOST.matcher(address);
        if (!host.lookingAt()) {
            return address.length();
        }
        Matcher thai = THAI_AFTER_LATIN
                .matcher(address)
                .region(host.start(1), host.end(1))
                .useTransparentBounds(true);
        return thai.find() ? thai.start() : address.length();
    }

    /** The address with every character that may not stand in one percent-encoded; Thai letters stay readable. */
    static String encode(String address) {
        String trimmed = address.strip();
        if (isPlain(trimmed)) {
            return trimmed;
        }
        if (kindOf(trimmed) == Kind.PHONE) {
            trimmed = Numerals.ARABIC.write(trimmed);
        }
        StringBuilder out = new StringBuilder(trimmed.length());
        boolean inFragment = false;
        for (int i = 0; i < trimmed.length(); ) {
            int c = trimmed.codePointAt(i);
            boolean stays = c == '%' ? isPercentEncoded(trimmed, i) : c == '#' ? !inFragment : mayStand(c);
            if (stays) {
                out.appendCodePoint(c);
            } else {
                percentEncode(c, out);
            }
            inFragment |= c == '#';
            i += Character.charCount(c);
        }
        return out.toString();
    }

    /** Whether nothing in it needs a closer look: nearly every address is the path of a page. */
    private static boolean isPlain(String address) {
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letter && c != '/' && c != '.' && c != '-' && c != '_') {
                return false;
            }
        }
        return true;
    }

    private static boolean isPercentEncoded(String text, int i) {
        return i + 2 < text.length()
                && HexFormat.isHexDigit(text.charAt(i + 1))
                && HexFormat.isHexDigit(text.charAt(i + 2));
    }

    private static boolean mayStand(int c) {
        if (c < 128) {
            return Character.isLetterOrDigit(c) || "-._~!$&'()*+,;=:@/?".indexOf(c) >= 0;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static void percentEncode(int c, StringBuilder out) {
        for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
            out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
        }
    }
}
