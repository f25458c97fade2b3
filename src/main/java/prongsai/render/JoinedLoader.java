package prongsai.render;

import freemarker.cache.TemplateLoader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gives the list of components with all that it includes written into it: every page imports it, and thirty includes a
 * page took a third of the time of filling it. What goes wrong is still told of the component's own file and line.
 */
final class JoinedLoader implements TemplateLoader {

    private static final String FOLDER = "components/";
    private static final String INDEX = FOLDER + "index.ftlh";
    private static final String ENCODING = "UTF-8";

    /** A line that is nothing but an include of a file below. */
    private static final Pattern INCLUDE = Pattern.compile("<#include \"([a-z0-9-]+/template\\.ftlh)\">\\s*");

    /** A place in a template. */
    record Place(String template, int line) {}

    /** A template of the loader behind. */
    private record Source(String name, Object inner) {}

    private final TemplateLoader inner;
    /** Where each line of the joined text comes from; empty until it was asked for. */
    private volatile List<Place> places = List.of();

    JoinedLoader(TemplateLoader inner) {
        this.inner = inner;
    }

    /** Where a line that FreeMarker names stands in a file. */
    Place place(String template, int line) {
        return template.equals(INDEX) && line >= 1 && line <= places.size()
                ? places.get(line - 1)
                : new Place(template, line);
    }

    @Override
    public @Nullable Object findTemplateSource(String name) throws IOException {
        Object found = inner.findTemplateSource(name);
        return found == null ? null : new Source(name, found);
    }

    @Override
    public long getLastModified(Object source) {
        return inner.getLastModified(((Source) source).inner());
    }

    @Override
    public Reader getReader(Object source, String encoding) throws IOException {
        Source template = (Source) source;
        Reader reader = inner.getReader(template.inner(), encoding);
        return template.name().equals(INDEX) ? new StringReader(joined(reader)) : reader;
    }

    @Override
    public void closeTemplateSource(Object source) throws IOException {
        inner.closeTemplateSource(((Source) source).inner());
    }

    private String joined(Reader index) throws IOException {
        List<String> lines = new ArrayList<>();
        List<Place> origins = new ArrayList<>();
        List<String> own = lines(index);
        for (int i = 0; i < own.size(); i++) {
            Matcher include = INCLUDE.matcher(own.get(i));
            List<String> included = include.matches() ? component(FOLDER + include.group(1)) : List.of();
            for (int line = 0; line < included.size(); line++) {
                lines.add(included.get(line));
                origins.add(new Place(FOLDER + include.group(1), line + 1));
            }
            if (included.isEmpty()) {
                lines.add(own.get(i));
                origins.add(new Place(INDEX, i + 1));
            }
        }
        places = List.copyOf(origins);
        return String.join("\n", lines) + "\n";
    }

    /** The lines of a component; none if it is missing or has a head of its own, and must stay an include. */
    private List<String> component(String name) throws IOException {
        Object source = inner.findTemplateSource(name);
        if (source == null) {
            return List.of();
        }
        try {
            List<String> lines = lines(inner.getReader(source, ENCODING));
            boolean hasHead = lines.stream().anyMatch(l -> l.contains("<#ftl"));
            return hasHead ? List.of() : lines;
        } finally {
            inner.closeTemplateSource(source);
        }
    }

    private static List<String> lines(Reader reader) throws IOException {
        StringWriter text = new StringWriter();
        try (reader) {
            reader.transferTo(text);
        }
        return text.toString().lines().toList();
    }
}
