package prongsai.render;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import prongsai.source.Digest;
import prongsai.source.DigestMaker;

/**
 * The digest of all that a view holds, whatever its record: what {@link ViewWrapper} lets a template see, and so all that a
 * page made from it can show.
 */
final class ViewDigest {

    private static final ClassValue<Method[]> ACCESSORS = new ClassValue<>() {
        @Override
        protected Method[] computeValue(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            Method[] accessors = new Method[components.length];
            for (int i = 0; i < components.length; i++) {
                accessors[i] = components[i].getAccessor();
                accessors[i].setAccessible(true); // a view may be a package's own
            }
            return accessors;
        }
    };

    private final DigestMaker maker = new DigestMaker();

    private ViewDigest() {}

    static Digest of(Object view) {
        ViewDigest digest = new ViewDigest();
        digest.add(view);
        return digest.maker.make();
    }

    private void add(@Nullable Object value) {
        if (value instanceof String text) {
            maker.text(text);
        } else if (value instanceof Html html) {
            maker.text(html.markup());
        } else if (value instanceof Later<?> later) {
            maker.text(later.source());
        } else if (value instanceof Record view) {
            addRecord(view);
        } else if (value instanceof Optional<?> optional) {
            maker.truth(optional.isPresent());
            optional.ifPresent(this::add);
        } else if (value instanceof Collection<?> items) {
            maker.number(items.size());
            items.forEach(this::add);
        } else if (value instanceof Map<?, ?> map) {
            maker.number(map.size());
            map.forEach((name, item) -> {
                add(name);
                add(item);
            });
        } else if (value instanceof Boolean truth) {
            maker.truth(truth);
        } else if (value instanceof Number || value instanceof Enum<?>) {
            maker.text(value.toString());
        } else {
            throw new IllegalStateException("a view may not hold " + value);
        }
    }

    private void addRecord(Record view) {
        maker.text(view.getClass().getName());
        try {
            for (Method accessor : ACCESSORS.get(view.getClass())) {
                add(accessor.invoke(view));
            }
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + view.getClass(), e);
        }
    }
}
