package prongsai.check.attachment;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML read from front to back: no tree in memory, no entity of its own, nothing fetched. */
final class Xml {

    /** Elements within elements; a document has 50. */
    private static final int DEEPEST = 2000;

    /** Bytes within which a declaration ends. */
    private static final int DECLARATION = 256;

    private static final Pattern ENCODING =
            Pattern.compile("^(?:\u00ef\u00bb\u00bf)?<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)");

    private Xml() {}

    private static XMLStreamReader open(InputStream in) throws XMLStreamException, IOException {
        // The platform's own: what else is on the class path may not know the limits.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        return factory.createXMLStreamReader(decoded(in));
    }

    /** Characters, decoded here: the platform's reader of XML speaks on the console of bytes that are no UTF-8. */
    private static Reader decoded(InputStream in) throws IOException {
        InputStream marked = new BufferedInputStream(in);
        marked.mark(DECLARATION);
        String start = new String(marked.readNBytes(DECLARATION), StandardCharsets.ISO_8859_1);
        marked.reset();
        CharsetDecoder decoder = charset(start)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        PushbackReader reader = new PushbackReader(new InputStreamReader(marked, decoder));
        int first = reader.read();
        if (first >= 0 && first != '\ufeff') {
            reader.unread(first);
        }
        return reader;
    }

    private static Charset charset(String start) {
        Optional<Charset> utf16 = PlainText.utf16(start);
        if (utf16.isPresent()) {
            return utf16.get();
        }
        Matcher declared = ENCODING.matcher(start);
        try {
            return declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
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
    static void read(InputStream in, Reading reading, Handler handler) throws XMLStreamException, IOException {
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
