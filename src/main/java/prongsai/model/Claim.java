package prongsai.model;

import java.util.List;

/**
 * What a record says that it discloses.
 *
 * @param topic a topic's id in the catalogue, such as {@code no-gift-policy}
 * @param components ids of the topic's components
 */
public record Claim(String topic, List<String> components) {
    public Claim {
        components = List.copyOf(components);
    }
}
