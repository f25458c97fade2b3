package prongsai.render;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How Java values look to a template: a record is its components, an empty {@link Optional} is a missing value,
 * text is without the characters that no page may hold, {@link Html} is markup that needs no escaping, a {@link Later} is
 * made when it is looked at, an enum constant is its text. Anything else that is not text, a number, a truth value or a
 * collection is a mistake in a view. No method can be called, so a template of a municipality's own can show what its page
 * was given and do nothing else.
 */
final class ViewWrapper extends DefaultObjectWrapper {
    /** Fields, not accessors: reading one needs no code that the JVM writes first. */
    private static final ClassValue<Map<String, Field>> COMPONENTS = new ClassValue<>() {
        @Override
        protected Map<String, Field> computeValue(Class<?> type) {
            Map<String, Field> components = new HashMap<>();
            for (RecordComponent component : type.getRecordComponents()) {
                try {
                    Field field = type.getDeclaredField(component.getName());
                    field.setAccessible(true); // a view may be a package's own
                    components.put(component.getName(), field);
                } catch (NoSuchFieldException e) {
                    throw new IllegalStateException("a record's component has no field", e);
                }
            }
            return components;
        }
    };

    ViewWrapper() {
        super(Configuration.VERSION_2_3_34);
    }

    @Override
    public @Nullable TemplateModel wrap(@Nullable Object value) throws TemplateModelException {
        if (value instanceof String text) {
            return new SimpleScalar(HtmlText.clean(text));
        }
        if (value instanceof Optional<?> optional) {
            return wrap(optional.orElse(null));
        }
        if (value instanceof Later<?> later) {
            return wrap(later.value());
        }
        if (value instanceof Html html) {
            return HTMLOutputFormat.INSTANCE.fromMarkup(html.markup());
        }
        if (value instanceof Record view) {
            return new RecordModel(view);
        }
        if (value instanceof Enum<?> constant) {
            return new SimpleScalar(constant.toString());
        }
        return super.wrap(value);
    }

    @Override
    protected TemplateModel handleUnknownType(Object value) throws TemplateModelException {
        if (value instanceof Collection || value instanceof Map) {
            return super.handleUnknownType(value);
        }
        throw new TemplateModelException(
                "A view may not hold a " + value.getClass().getName());
    }

    private final class RecordModel implements TemplateHashModel {
        private final Record view;
        private final Map<String, Field> components;

        RecordModel(Record view) {
            this.view = view;
            this.components = COMPONENTS.get(view.getClass());
        }

        @Override
        public @Nullable TemplateModel get(String name) throws TemplateModelException {
            Field component = components.get(name);
            if (component == null) {
                return null;
            }
            try {
                return wrap(component.get(view));
            } catch (IllegalAccessException e) {
                throw new TemplateModelException("Cannot read " + name, e);
            }
        }

        @Override
        public boolean isEmpty() {
            return false;
        }
    }
}
