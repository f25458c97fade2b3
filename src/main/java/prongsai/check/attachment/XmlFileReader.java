package prongsai.check.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Any XML file, SVG above all: its text, its attributes, its comments. */
final class XmlFileReader {

    /** Bytes that are kept of a file. */
    private static final int LARGEST = 64 << 20;

    private final Reading reading;

    XmlFileReader(Reading reading) {
        this.reading = reading;
    }

    void read(InputStream in, Place place) throws IOException {
        // Kept, since what is no XML is given as it stands.
        byte[] bytes = in.readNBytes(LARGEST);
        if (bytes.length == LARGEST) {
            reading.cannot(Unreadable.TOO_LARGE);
        }
        Collected text = new Collected(new Flow(reading, place));
        try {
            Xml.read(new ByteArrayInputStream(bytes), reading, text);
        } catch (XMLStreamException | IOException e) {
            Flow lines = new Flow(reading, place);
            PlainText.decoded(bytes).lines().forEach(lines::line);
            lines.give();
        }
        text.flow.give();
    }

    /** Text in elements and attributes; a line ends where the file breaks it or an element with text ends. */
    private static final class Collected implements Xml.Handler {

        private final Flow flow;
        private final StringBuilder line = new StringBuilder();

        Collected(Flow flow) {
            this.flow = flow;
        }

        @Override
        public void start(String name, XMLStreamReader xml) {
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                flow.line(xml.getAttributeValue(i));
            }
        }

        @Override
        public void end(String name) {
            flow.line(line.toString().strip());
            line.setLength(0);
        }

        @Override
        public void text(String text) {
            line.append(text);
        }

        @Override
        public void comment(String text) {
            flow.line(text.strip());
        }
    }
}
