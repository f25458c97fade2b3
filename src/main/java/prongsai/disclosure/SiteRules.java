package prongsai.disclosure;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The components that follow from the agency's data as a whole, whatever any record claims. */
final class SiteRules {

    private static final Map<String, Rule> RULES = all();

    private SiteRules() {}

    static Optional<Rule> of(String topic, String component) {
        return Optional.ofNullable(RULES.get(topic + "/" + component));
    }

    private static Map<String, Rule> all() {
        Map<String, Rule> rules = new TreeMap<>(AgencyRules.RULES);
        rules.putAll(ChannelRules.RULES);
        rules.putAll(NewsRules.RULES);
        rules.putAll(PlanRules.RULES);
        return Collections.unmodifiableMap(rules);
    }
}
