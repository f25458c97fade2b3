package prongsai.check;

import java.net.URI;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What the head of a published home page says of its site.
 *
 * @param address where visitors open it, by its canonical link (RFC 6596)
 * @param policy its Content Security Policy
 */
public record PublishedHead(Optional<URI> address, Optional<String> policy) {

    /** Reads any text; what is missing or no address is empty. */
    public static PublishedHead of(String html) {
        Document page = Jsoup.parse(html);
        Optional<URI> address = Optional.ofNullable(page.head().selectFirst("link[rel=canonical][href]"))
                .flatMap(link -> address(link.attr("href")));
        Optional<String> policy = Optional.ofNullable(
                        page.head().selectFirst("meta[http-equiv=Content-Security-Policy][content]"))
                .map((Element meta) -> meta.attr("content"));
        return new PublishedHead(address, policy);
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(URI.create(text)).filter(uri -> uri.getHost() != null && uri.getPath() != null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
