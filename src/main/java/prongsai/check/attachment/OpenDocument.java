package prongsai.check.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** OpenDocument (ISO/IEC 26300): text, spreadsheets and presentations of LibreOffice. */
final class OpenDocument {

    /** Parts that hold no text of people. */
    private static final Set<String> SILENT = Set.of("bin", "ttf", "otf", "rdf", "emf", "wmf", "svm");

    private final Reading reading;
    private final Opener opener;
    private final Zip zip;
    private final Within within;

    OpenDocument(Reading reading, Opener opener, Zip zip, Within within) {
        this.reading = reading;
        this.opener = opener;
        this.zip = zip;
        this.within = within;
    }

    void read() {
        if (isEncrypted()) {
            reading.cannot(Unreadable.ENCRYPTED);
            return;
        }
        for (String name : zip.names()) {
            reading.check();
            if (name.endsWith(".xml")) {
                readXml(name);
            } else if (!zip.isFolder(name) && !name.equals("mimetype")) {
                readOther(name);
            }
        }
    }

    private boolean isEncrypted() {
        boolean[] found = new boolean[1];
        if (zip.has("META-INF/manifest.xml")) {
            read("META-INF/manifest.xml", new Xml.Handler() {
                @Override
                public void start(String name, XMLStreamReader xml) {
                    found[0] |= name.equals("encryption-data");
                }

                @Override
                public void end(String name) {}

                @Override
                public void text(String text) {}
            });
        }
        return found[0];
    }

    private void readXml(String name) {
        boolean isProperties = name.endsWith("meta.xml");
        Place.Kind kind = isProperties ? Place.Kind.METADATA : Place.Kind.PART;
        DocumentText text = new DocumentText(reading, within.place(kind, PackageMap.bare(name)), true);
        if (name.endsWith("content.xml")) {
            TableText tables = new TableText(reading, within, text);
            read(name, tables);
        } else {
            read(name, text);
        }
        text.give();
    }

    private void read(String name, Xml.Handler handler) {
        try (InputStream in = zip.open(name)) {
            Xml.read(in, reading, handler);
        } catch (IOException | XMLStreamException e) {
            reading.cannot(Unreadable.CORRUPT);
        }
    }

    private void readOther(String name) {
        try (InputStream in = zip.raw(name)) {
            if (!SILENT.contains(FileKind.extension(name))) {
                opener.openInside(in, name, within.entry(PackageMap.file(name)));
            }
        } catch (IOException e) {
            reading.cannot(Unreadable.CORRUPT);
        }
    }
}
