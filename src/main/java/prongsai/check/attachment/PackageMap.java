package prongsai.check.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Which part of an Office Open XML file is which sheet or slide, by the names and the order that its user sees. */
final class PackageMap {

    private static final String RELATIONSHIPS = ".rels";

    private final Zip zip;
    private final Reading reading;
    private final Map<String, String> sheets = new LinkedHashMap<>();
    private final Map<String, String> commented = new LinkedHashMap<>();
    private final Map<String, Integer> slides = new LinkedHashMap<>();
    private Optional<String> sharedStrings = Optional.empty();

    PackageMap(Zip zip, Reading reading) {
        this.zip = zip;
        this.reading = reading;
    }

    /** A relationship of a part: the type's last word, and the part that it leads to. */
    private record Relation(String type, String target) {}

    void read() {
        for (Relation root : relations("").values()) {
            if (root.type().equals("officeDocument")) {
                readMain(root.target());
            }
        }
    }

    private void readMain(String main) {
        Map<String, Relation> relations = relations(main);
        each(main, (name, xml) -> {
            Optional<Relation> relation = relationId(xml).map(relations::get);
            if (name.equals("sheet")) {
                relation.ifPresent(
                        r -> sheets.put(r.target(), Xml.attribute(xml, "name").orElse("")));
            } else if (name.equals("sldId")) {
                relation.ifPresent(r -> slides.put(r.target(), slides.size() + 1));
            }
        });
        relations.values().stream()
                .filter(r -> r.type().equals("sharedStrings") && zip.has(r.target()))
                .findFirst()
                .ifPresent(r -> sharedStrings = Optional.of(r.target()));
        sheets.forEach((part, name) -> relations(part).values().stream()
                .filter(r -> r.type().equals("comments") || r.type().equals("threadedComment"))
                .forEach(r -> commented.put(r.target(), name)));
        for (Map.Entry<String, Integer> slide : Map.copyOf(slides).entrySet()) {
            relations(slide.getKey()).values().stream()
                    .filter(r -> r.type().equals("notesSlide") || r.type().equals("comments"))
                    .forEach(r -> slides.putIfAbsent(r.target(), slide.getValue()));
        }
    }

    /** {@code r:id}: in its own namespace, beside an {@code id} without one. */
    private static Optional<String> relationId(XMLStreamReader xml) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String namespace = xml.getAttributeNamespace(i);
            if (xml.getAttributeLocalName(i).equals("id") && namespace != null && namespace.contains("relationships")) {
                return Optional.of(xml.getAttributeValue(i));
            }
        }
        return Optional.empty();
    }

    private Map<String, Relation> relations(String part) {
        int slash = part.lastIndexOf('/') + 1;
        String folder = part.substring(0, slash);
        Map<String, Relation> relations = new LinkedHashMap<>();
        each(folder + "_rels/" + part.substring(slash) + RELATIONSHIPS, (name, xml) -> {
            String target = Xml.attribute(xml, "Target").orElse("");
            String type = Xml.attribute(xml, "Type").orElse("");
            Xml.attribute(xml, "Id")
                    .ifPresent(id -> relations.put(
                            id, new Relation(type.substring(type.lastIndexOf('/') + 1), resolved(folder, target))));
        });
        return relations;
    }

    /** A target as a name in the archive: {@code xl/} and {@code ../docProps/app.xml} make {@code docProps/app.xml}. */
    private static String resolved(String folder, String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        String base = folder;
        String rest = target;
        while (rest.startsWith("../")) {
            rest = rest.substring("../".length());
            base = base.substring(0, base.lastIndexOf('/', Math.max(base.length() - 2, 0)) + 1);
        }
        return base + rest;
    }

    /** Takes the elements of a part. */
    private interface Elements {
        void start(String name, XMLStreamReader xml);
    }

    /** Reads a part that may not be there, or not be whole: this is found, and told, when its text is read. */
    private void each(String name, Elements elements) {
        if (!zip.has(name)) {
            return;
        }
        try (InputStream in = zip.open(name)) {
            Xml.read(in, reading, new Xml.Handler() {
                @Override
                public void start(String element, XMLStreamReader xml) {
                    elements.start(element, xml);
                }

                @Override
                public void end(String element) {}

                @Override
                public void text(String text) {}
            });
        } catch (IOException | XMLStreamException e) {
            reading.cannot(Unreadable.CORRUPT);
        }
    }

    /** Sheets by part, hidden ones too: the name on the tab. */
    Map<String, String> sheets() {
        return sheets;
    }

    Optional<String> sharedStrings() {
        return sharedStrings;
    }

    /** The sheet that the part holds the comments of. */
    Optional<String> commented(String part) {
        return Optional.ofNullable(commented.get(part));
    }

    /** The number of the slide that the part is, or is the notes or comments of. */
    Optional<Integer> slide(String part) {
        return Optional.ofNullable(slides.get(part));
    }

    /** {@code header1} for {@code word/header1.xml}. */
    static String bare(String part) {
        String file = file(part);
        int dot = file.lastIndexOf('.');
        return dot <= 0 ? file : file.substring(0, dot);
    }

    /** {@code image1.jpeg} for {@code word/media/image1.jpeg}. */
    static String file(String part) {
        return part.substring(part.lastIndexOf('/') + 1);
    }
}
