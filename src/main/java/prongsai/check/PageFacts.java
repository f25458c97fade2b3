package prongsai.check;

import java.util.List;
import prongsai.check.personal.PersonalNumber;

/**
 * What the checks need to know of a finished page. It follows from the page's HTML and the telephones that {@code site.yaml}
 * declares, and from nothing else, so it may be kept and added again without the page.
 *
 * @param links where the page leads inside the site: each {@code href} and {@code src} without a scheme, as written, once,
 *     in the order of their characters
 * @param ids what can be linked to on the page, each once, in the order of their characters
 * @param external addresses of other websites that anchors lead to, as written, each once, in the order of their
 *     characters
 * @param numbers personal numbers that its readers see, permitted or not, each once, in the order of the page
 */
public record PageFacts(List<String> links, List<String> ids, List<String> external, List<PersonalNumber> numbers) {

    public PageFacts {
        links = List.copyOf(links);
        ids = List.copyOf(ids);
        external = List.copyOf(external);
        numbers = List.copyOf(numbers);
    }
}
