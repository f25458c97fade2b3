package prongsai.render;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import prongsai.source.Digest;
import prongsai.source.DigestMaker;

/**
 * The digest of everything that a template is made of: itself and all that it includes and imports, and what those do.
 *
 * <p>Which files those are is read from the templates' own words. A name that is put together while a page is rendered
 * cannot be read there; a template with one has no digest.
 */
public final class TemplateDigests {

    /** {@code <#import "/layouts/base.ftlh" as layout>}, {@code <#include "parts.ftlh">}. */
    private static final Pattern REFERENCE = Pattern.compile("<#(?:import|include)\\s+(?:\"([^\"$#]+)\"|)");

    /** Other ways to a template: a string that is run as one, or a template that may be missing. */
    private static final Pattern UNREADABLE = Pattern.compile("\\?\\s*interpret|\\.get_optional_template|\\?\\s*eval");

    private final TemplateFiles files;
    private final Map<String, Part> parts = new HashMap<>();
    private final Map<String, Optional<Digest>> digests = new HashMap<>();

    public TemplateDigests(TemplateFiles files) {
        this.files = files;
    }

    /**
     * A file.
     *
     * @param references the files that it names
     * @param readable whether it names all that it uses
     */
    private record Part(Digest digest, List<String> references, boolean readable) {}

    /**
     * The digest of a template.
     *
     * @param template path below the template folder
     * @return empty where it cannot be told what the template is made of
     * @throws IOException if a file cannot be read
     */
    public synchronized Optional<Digest> of(String template) throws IOException {
        Optional<Digest> known = digests.get(template);
        if (known == null) {
            known = make(template);
            digests.put(template, known);
        }
        return known;
    }

    private Optional<Digest> make(String template) throws IOException {
        TreeMap<String, Part> used = new TreeMap<>();
        TreeSet<String> open = new TreeSet<>();
        open.add(template);
        while (!open.isEmpty()) {
            String path = open.pollFirst();
            Part part = part(path);
            if (!part.readable()) {
                return Optional.empty();
            }
            used.put(path, part);
            part.references().stream().filter(r -> !used.containsKey(r)).forEach(open::add);
        }
        DigestMaker maker = new DigestMaker();
        used.forEach((path, part) -> maker.text(path).digest(part.digest()));
        return Optional.of(maker.make());
    }

    private Part part(String path) throws IOException {
        Part known = parts.get(path);
        if (known == null) {
            known = read(path);
            parts.put(path, known);
        }
        return known;
    }

    private Part read(String path) throws IOException {
        String text;
        try {
            text = files.readText(path);
        } catch (NoSuchFileException e) {
            // The page that needs it will say so.
            text = "";
        }
        List<String> references = new ArrayList<>();
        boolean readable = !UNREADABLE.matcher(text).find();
        Matcher matcher = REFERENCE.matcher(text);
        while (matcher.find()) {
            if (matcher.group(1) == null) {
                readable = false;
            } else {
                references.add(resolve(matcher.group(1), path));
            }
        }
        return new Part(new DigestMaker().text(text).make(), references, readable);
    }

    /** From the top where the name begins with a slash, else from the template's own folder. */
    private static String resolve(String name, String from) {
        if (name.startsWith("/")) {
            return name.substring(1);
        }
        return from.substring(0, from.lastIndexOf('/') + 1) + name;
    }
}
