package prongsai.check.external;

import java.net.IDN;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses of the web as a browser reads them, brought to the form in which a server is asked. */
final class WebAddress {

    /** Longer addresses are refused by many servers and browsers. */
    private static final int LONGEST = 4096;

    private static final Pattern PARTS = Pattern.compile("(?i)(https?)://([^/?#]*)([^?#]*)(\\?[^#]*)?(?:#.*)?");

    private static final Pattern AUTHORITY =
            Pattern.compile("(\\[[0-9a-fA-F:.]{2,45}]|[^\\[\\]:@\\s]{1,512}?)\\.?(?::([0-9]{0,5}))?");

    private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}");

    private WebAddress() {}

    /** Whether an address of a page leads to another website by {@code http} or {@code https}. */
    static boolean isWeb(String address) {
        String start = address.strip();
        return start.regionMatches(true, 0, "http:", 0, 5) || start.regionMatches(true, 0, "https:", 0, 6);
    }

    /**
     * The address in ASCII: the host in small letters and Punycode, other letters percent-encoded as UTF-8, no fragment.
     * Nothing where it is not an address of the web, or where it holds a user name or password.
     */
    static Optional<URI> of(String text) {
        String address = text.strip();
        if (address.length() > LONGEST || address.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        Matcher parts = PARTS.matcher(address);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String scheme = parts.group(1).toLowerCase(Locale.ROOT);
        String query = parts.group(4) == null ? "" : parts.group(4);
        return authority(scheme, parts.group(2))
                .flatMap(a -> uri(scheme + "://" + a + path(parts.group(3)) + encoded(query)));
    }

    private static Optional<URI> uri(String text) {
        try {
            URI uri = new URI(text);
            return Optional.ofNullable(uri.getHost()).map(host -> uri);
        } catch (java.net.URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> authority(String scheme, String text) {
        Matcher authority = AUTHORITY.matcher(decoded(text));
        if (!authority.matches()) {
            return Optional.empty();
        }
        String port = authority.group(2) == null ? "" : authority.group(2);
        boolean isUsual = port.isEmpty() || port.equals(scheme.equals("https") ? "443" : "80");
        if (!isUsual && (Integer.parseInt(port) < 1 || Integer.parseInt(port) > 65535)) {
            return Optional.empty();
        }
        return host(authority.group(1)).map(host -> host + (isUsual ? "" : ":" + Integer.parseInt(port)));
    }

    private static Optional<String> host(String host) {
        if (host.startsWith("[")) {
            return Optional.of(host);
        }
        try {
            return Optional.of(IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A host may be written percent-encoded. */
    private static String decoded(String text) {
        if (!text.contains("%")) {
            return text;
        }
        try {
            return java.net.URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** With the steps {@code .} and {@code ..} taken; {@link URI#normalize} would also join slashes. */
    private static String path(String path) {
        if (!path.contains("/.")) {
            return path.isEmpty() ? "/" : encoded(path);
        }
        Deque<String> steps = new ArrayDeque<>();
        String last = "";
        for (String step : path.substring(1).split("/", -1)) {
            last = step;
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.equals(".")) {
                steps.addLast(step);
            }
        }
        boolean endsInStep = last.equals(".") || last.equals("..");
        return encoded("/" + String.join("/", steps) + (endsInStep && !steps.isEmpty() ? "/" : ""));
    }

    /** What may not stand in a path or query is percent-encoded; what is percent-encoded stays. */
    private static String encoded(String text) {
        StringBuilder out = new StringBuilder(text.length());
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            char c = (char) (bytes[i] & 0xFF);
            boolean stays = c == '%'
                    ? i + 2 < bytes.length && HexFormat.isHexDigit(bytes[i + 1]) && HexFormat.isHexDigit(bytes[i + 2])
                    : c < 128 && (Character.isLetterOrDigit(c) || "-._~!$&'()*+,;=:@/?".indexOf(c) >= 0);
            if (stays) {
                out.append(c);
            } else {
                out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(bytes[i]));
            }
        }
        return out.toString();
    }

    /**
     * Where a redirect leads.
     *
     * @param location the header as Java gives it, each byte as one character of ISO 8859-1
     */
    static Optional<URI> redirect(URI from, String location) {
        if (location.length() > LONGEST) {
            return Optional.empty();
        }
        String to = new String(location.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8).strip();
        if (to.matches("(?s)[A-Za-z][A-Za-z0-9+.-]*:.*")) {
            return of(to);
        }
        String server = from.getScheme() + "://" + from.getRawAuthority();
        String path = from.getRawPath();
        if (to.startsWith("//")) {
            return of(from.getScheme() + ":" + to);
        } else if (to.startsWith("/")) {
            return of(server + to);
        } else if (to.startsWith("?")) {
            return of(server + path + to);
        } else if (to.isEmpty() || to.startsWith("#")) {
            return Optional.of(from);
        }
        return of(server + path.substring(0, path.lastIndexOf('/') + 1) + to);
    }

    /** The server behind an address, such as {@code https://www.example.go.th:443}. */
    static String server(URI address) {
        int usual = address.getScheme().equals("https") ? 443 : 80;
        return address.getHost() + ":" + (address.getPort() < 0 ? usual : address.getPort());
    }

    /** Whether an address names this computer or its own network by number, or is {@code localhost}. Asks no name service. */
    static boolean isLocal(URI address) {
        String host = address.getHost();
        if (host.equals("localhost") || host.endsWith(".localhost")) {
            return true;
        }
        if (!host.startsWith("[") && !IPV4.matcher(host).matches()) {
            return false;
        }
        try {
            InetAddress number = InetAddress.getByName(host);
            boolean isUnique = number.getAddress().length == 16 && (number.getAddress()[0] & 0xFE) == 0xFC;
            return isUnique
                    || List.of(
                                    number.isLoopbackAddress(),
                                    number.isSiteLocalAddress(),
                                    number.isLinkLocalAddress(),
                                    number.isAnyLocalAddress())
                            .contains(true);
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
