package prongsai.disclosure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import prongsai.source.ProblemCode;
import prongsai.source.Problems;
import prongsai.source.Value;

/**
 * All topics that records may serve.
 *
 * @param byId in the order of the source
 * @param basis where the components come from
 */
record Topics(Map<String, Topic> byId, Optional<String> basis) {

    Topics {
        byId = Collections.unmodifiableMap(new LinkedHashMap<>(byId));
    }

    Optional<Topic> topic(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Reads {@code topics.json}. */
    static Topics read(Value.Mapping fields, Problems problems) {
        Map<String, Topic> topics = new LinkedHashMap<>();
        Optional<Value.Mapping> all = Values.mapping(fields, "topics");
        if (all.isEmpty()) {
            problems.add(ProblemCode.MISSING_FIELD, fields.position(), "topics");
        }
        all.ifPresent(a ->
                a.fields().keySet().forEach(id -> topic(a, id, problems).ifPresent(t -> topics.put(id, t))));
        return new Topics(topics, Values.text(fields, "basis"));
    }

    private static Optional<Topic> topic(Value.Mapping all, String id, Problems problems) {
        Optional<Value.Mapping> fields = Values.mapping(all, id);
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> name = Values.text(fields.get(), "name");
        List<Component> components = components(fields.get(), problems);
        if (name.isEmpty()) {
            problems.add(ProblemCode.MISSING_FIELD, fields.get().position(), "name");
        }
        if (components.isEmpty()) {
            problems.add(ProblemCode.MISSING_FIELD, fields.get().position(), "components");
        }
        return components.isEmpty() ? Optional.empty() : name.map(n -> new Topic(id, n, components));
    }

    /** The components listed under {@code components}; an id once. */
    static List<Component> components(Value.Mapping holder, Problems problems) {
        List<Component> components = new ArrayList<>();
        for (Value.Mapping element : Values.mappings(holder, "components")) {
            Optional<String> id = Values.text(element, "id");
            Optional<String> text = Values.text(element, "text");
            if (id.isEmpty() || text.isEmpty()) {
                problems.add(ProblemCode.MISSING_FIELD, element.position(), id.isEmpty() ? "id" : "text");
            } else if (components.stream().anyMatch(c -> c.id().equals(id.get()))) {
                problems.add(ProblemCode.DUPLICATE_ITEM, element.at("/id").position(), id.get());
            } else {
                components.add(new Component(
                        id.get(), text.get(), Values.isTrue(element, "optional"), Values.isTrue(element, "example")));
            }
        }
        return components;
    }

    /** These topics with the agency's own ones added, or in place of those of the same id. */
    Topics with(Topics added) {
        Map<String, Topic> merged = new LinkedHashMap<>(byId);
        merged.putAll(added.byId());
        List<String> bases = new ArrayList<>(basis.stream().toList());
        bases.addAll(added.basis().stream().toList());
        return new Topics(merged, bases.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", bases)));
    }
}
