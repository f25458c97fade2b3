package prongsai.deploy.s3;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An object store's XML, as far as it is of use: the texts right below its root, and of each element that stands there the texts
 * right below that. What is no XML is empty.
 */
final class Document {

    private static final int BELOW_ROOT = 2;
    private static final int BELOW_PART = 3;

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, List<Map<String, String>>> parts = new LinkedHashMap<>();
    private String root = "";

    private Document() {}

    static Document of(byte[] xml) {
        Document document = new Document();
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            document.read(factory.createXMLStreamReader(new ByteArrayInputStream(xml)));
            return document;
        } catch (XMLStreamException e) {
            return new Document();
        }
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        int depth = 0;
        Map<String, String> part = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder();
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    text.setLength(0);
                    if (depth == 1) {
                        root = xml.getLocalName();
                    } else if (depth == BELOW_ROOT) {
                        part = new LinkedHashMap<>();
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    if (depth == BELOW_PART) {
                        part.put(xml.getLocalName(), text.toString());
                    } else if (depth == BELOW_ROOT) {
                        texts.put(xml.getLocalName(), text.toString());
                        parts.computeIfAbsent(xml.getLocalName(), name -> new ArrayList<>())
                                .add(part);
                    }
                    depth--;
                }
                default -> {
                    // Comments and the like.
                }
            }
        }
    }

    /** Name of the root element; empty where there is none. */
    String root() {
        return root;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    List<Map<String, String>> parts(String name) {
        return parts.getOrDefault(name, List.of());
    }
}
