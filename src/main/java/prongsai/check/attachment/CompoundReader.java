package prongsai.check.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hpsf.NoPropertySetStreamException;
import org.apache.poi.hpsf.Property;
import org.apache.poi.hpsf.PropertySet;
import org.apache.poi.hpsf.Section;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.DocumentNode;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.Ole10Native;
import org.apache.poi.poifs.filesystem.Ole10NativeException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.poifs.macros.VBAMacroReader;

/** Compound files: Word, Excel and PowerPoint to 2003, objects inside documents, and encrypted documents of today. */
final class CompoundReader {

    /** Storages that a program of before 2007 keeps its document in. */
    private static final Set<String> DOCUMENTS = Set.of("WordDocument", "Workbook", "Book", "PowerPoint Document");

    private static final Set<String> ENCRYPTED = Set.of("EncryptedPackage", "EncryptedSummary");
    /** Whole files that another program has put in. */
    private static final Set<String> FILES = Set.of("Package", "CONTENTS", "Contents");

    private final Reading reading;
    private final Opener opener;
    private boolean isKnown;

    CompoundReader(Reading reading, Opener opener) {
        this.reading = reading;
        this.opener = opener;
    }

    void read(Path file, Within within) throws IOException {
        try (POIFSFileSystem files = new POIFSFileSystem(file.toFile(), true)) {
            readFolder(files.getRoot(), within, 0);
            readMacros(files, within);
        }
        if (!isKnown) {
            reading.cannot(Unreadable.UNKNOWN_KIND);
        }
    }

    private void readFolder(DirectoryNode folder, Within within, int depth) {
        reading.check();
        if (reading.isTooDeep(depth)) {
            reading.cannot(Unreadable.TOO_DEEP);
            return;
        }
        for (String name : DOCUMENTS) {
            if (folder.hasEntryCaseInsensitive(name)) {
                isKnown = true;
                PdfReader.attempt(reading, () -> readDocument(folder, name, within));
            }
        }
        List<Entry> entries = new ArrayList<>();
        folder.getEntries().forEachRemaining(entries::add);
        for (Entry entry : entries) {
            if (entry instanceof DirectoryNode inner) {
                readFolder(inner, within, depth + 1);
            } else if (entry instanceof DocumentNode stream) {
                PdfReader.attempt(reading, () -> readStream(folder, stream, within));
            }
        }
    }

    private void readDocument(DirectoryNode folder, String name, Within within) throws IOException {
        try {
            switch (name) {
                case "WordDocument" -> new OldWord(reading, opener, within).read(folder);
                case "PowerPoint Document" -> new OldSlides(reading, opener, within).read(folder);
                default -> new OldExcel(reading, within).read(folder);
            }
        } catch (EncryptedDocumentException e) {
            reading.cannot(Unreadable.ENCRYPTED);
        }
    }

    private void readStream(DirectoryNode folder, DocumentNode stream, Within within) throws IOException {
        String name = stream.getName();
        if (ENCRYPTED.contains(name)) {
            isKnown = true;
            reading.cannot(Unreadable.ENCRYPTED);
        } else if (FILES.contains(name)) {
            isKnown = true;
            try (InputStream in = new DocumentInputStream(stream)) {
                opener.openInside(in, name, within.entry(name));
            }
        } else if (name.equals(Ole10Native.OLE10_NATIVE)) {
            isKnown = true;
            readNative(folder, within);
        } else if (name.startsWith("\u0005")) {
            readProperties(stream, within);
        }
    }

    /** A file that was dragged into a document. */
    private void readNative(DirectoryNode folder, Within within) throws IOException {
        try {
            Ole10Native file = Ole10Native.createFromEmbeddedOleObject(folder);
            String name = String.valueOf(file.getLabel());
            opener.openInside(new ByteArrayInputStream(file.getDataBuffer()), name, within.entry(name));
        } catch (Ole10NativeException e) {
            reading.cannot(Unreadable.CORRUPT);
        }
    }

    private void readProperties(DocumentNode stream, Within within) throws IOException {
        Flow flow = new Flow(
                reading, within.place(Place.Kind.METADATA, stream.getName().substring(1)));
        try (DocumentInputStream in = new DocumentInputStream(stream)) {
            for (Section section : new PropertySet(in).getSections()) {
                for (Property property : section.getProperties()) {
                    if (property.getValue() instanceof String text) {
                        flow.line(text);
                    }
                }
            }
        } catch (NoPropertySetStreamException e) {
            // Other streams may begin so too.
            return;
        }
        flow.give();
    }

    private void readMacros(POIFSFileSystem files, Within within) {
        try (VBAMacroReader macros = new VBAMacroReader(files)) {
            Flow flow = new Flow(reading, within.place(Place.Kind.PART, "VBA"));
            new TreeMap<>(macros.readMacros()).values().forEach(m -> m.lines().forEach(flow::line));
            flow.give();
            isKnown = true;
        } catch (StopReading e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The library's way to say that there are none.
        }
    }
}
