package prongsai.check.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipException;

/** Archives, and the documents that are archives. */
final class ArchiveReader {

    private final Reading reading;
    private final Opener opener;

    ArchiveReader(Reading reading, Opener opener) {
        this.reading = reading;
        this.opener = opener;
    }

    void read(Path file, Within within) throws IOException {
        try (Zip zip = Zip.open(file, reading)) {
            if (zip.has("[Content_Types].xml")) {
                new OfficePackage(reading, opener, zip, within).read();
            } else if (zip.has("mimetype") && zip.has("content.xml")) {
                new OpenDocument(reading, opener, zip, within).read();
            } else {
                readEntries(zip, within);
            }
        } catch (ZipException e) {
            boolean isEncrypted =
                    String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("encrypted");
            reading.cannot(isEncrypted ? Unreadable.ENCRYPTED : Unreadable.CORRUPT);
        }
    }

    private void readEntries(Zip zip, Within within) {
        Flow names = new Flow(reading, within.place(Place.Kind.WHOLE, ""));
        for (String name : zip.names()) {
            names.line(Zip.shown(name));
        }
        names.give();
        for (String name : zip.names()) {
            if (!zip.isFolder(name)) {
                readEntry(zip, name, within.entry(Zip.shown(name)));
            }
        }
    }

    private void readEntry(Zip zip, String name, Within within) {
        reading.check();
        try (InputStream in = zip.raw(name)) {
            opener.openInside(in, name, within);
        } catch (IOException e) {
            reading.cannot(Unreadable.CORRUPT);
        }
    }
}
