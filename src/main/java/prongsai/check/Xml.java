package prongsai.check;

import java.io.InputStream;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML read from front to back: no tree in memory, no entity of its own, nothing fetched. */
final class Xml {

    /** Elements within elements; a document has 50. */
    private static final int DEEPEST = 2000;

    private Xml() {}

    static XMLStreamReader open(InputStream in) throws XMLStreamException {
        // The platform's own: what else is on the class path may not know the limits.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        return factory.createXMLStreamReader(in);
    }

    /** Takes the events of a document. */
    interface Handler {

        /** An element begins; its attributes can be asked of {@code xml}. */
        void start(String name, XMLStreamReader xml);

        void end(String name);

        void text(String text);

        /** A comment between the elements. */
        default void comment(String text) {}
    }

    /** Reads to the end. */
    static void read(InputStream in, Reading reading, Handler handler) throws XMLStreamException {
        XMLStreamReader xml = open(in);
        int depth = 0;
        while (xml.hasNext()) {
            reading.check();
            switch (xml.next()) {
                case XMLStreamReader.START_ELEMENT -> {
                    depth++;
                    if (depth > DEEPEST) {
                        throw new StopReading(Unreadable.TOO_DEEP);
                    }
                    handler.start(xml.getLocalName(), xml);
                }
                case XMLStreamReader.END_ELEMENT -> {
                    depth--;
                    handler.end(xml.getLocalName());
                }
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA, XMLStreamReader.SPACE ->
                    handler.text(xml.getText());
                case XMLStreamReader.COMMENT -> handler.comment(xml.getText());
                // What the entity would say is not known.
                case XMLStreamReader.ENTITY_REFERENCE -> reading.cannot(Unreadable.CORRUPT);
                default -> {}
            }
        }
    }

    /** An attribute by its local name, whatever its namespace. */
    static Optional<String> attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return Optional.of(xml.getAttributeValue(i));
            }
        }
        return Optional.empty();
    }
}
