package prongsai.check.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/**
 * Office Open XML (ECMA-376): Word, Excel and PowerPoint with their templates and macros. Every part is read, whether or
 * not anything refers to it: what a program no longer shows is still in the file.
 */
final class OfficePackage {

    /** Parts that hold no text of people: settings of printers, fonts, drawings of Windows, styles, themes. */
    private static final Set<String> SILENT =
            Set.of("bin", "odttf", "fntdata", "emf", "wmf", "emz", "wmz", "wdp", "pcz", "dat");

    private final Reading reading;
    private final Opener opener;
    private final Zip zip;
    private final Within within;
    private final PackageMap map;

    OfficePackage(Reading reading, Opener opener, Zip zip, Within within) {
        this.reading = reading;
        this.opener = opener;
        this.zip = zip;
        this.within = within;
        this.map = new PackageMap(zip, reading);
    }

    void read() {
        map.read();
        Optional<SharedStrings> strings = sharedStrings();
        for (String name : zip.names()) {
            reading.check();
            if (!zip.isFolder(name)) {
                readPart(name, strings);
            }
        }
        strings.ifPresent(s -> s.giveUnused(reading, within.place(Place.Kind.PART, "sharedStrings")));
    }

    private Optional<SharedStrings> sharedStrings() {
        return map.sharedStrings().map(name -> {
            SharedStrings strings = new SharedStrings();
            readXml(name, strings);
            return strings;
        });
    }

    private void readPart(String name, Optional<SharedStrings> strings) {
        if (map.sharedStrings().filter(name::equals).isPresent()) {
            return;
        }
        if (map.sheets().containsKey(name)) {
            SheetText sheet = new SheetText(reading, within, map.sheets().get(name), strings);
            readXml(name, sheet);
            sheet.give();
            return;
        }
        if (name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml")) {
            if (map.commented(name).isPresent()) {
                CommentText comments =
                        new CommentText(reading, within, map.commented(name).get());
                readXml(name, comments);
                comments.give();
            } else {
                DocumentText text = new DocumentText(reading, place(name), false);
                readXml(name, text);
                text.give();
            }
            return;
        }
        readOther(name);
    }

    private Place place(String name) {
        if (name.startsWith("docProps/")) {
            return within.place(Place.Kind.METADATA, PackageMap.bare(name));
        }
        return map.slide(name)
                .map(number -> within.place(Place.Kind.SLIDE, Integer.toString(number)))
                .orElseGet(() -> within.place(Place.Kind.PART, PackageMap.bare(name)));
    }

    private void readXml(String name, Xml.Handler handler) {
        try (InputStream in = zip.open(name)) {
            Xml.read(in, reading, handler);
        } catch (IOException | XMLStreamException e) {
            reading.cannot(Unreadable.CORRUPT);
        }
    }

    private void readOther(String name) {
        try (InputStream in = zip.raw(name)) {
            boolean isSilent = SILENT.contains(FileKind.extension(name))
                    && !name.contains("/embeddings/")
                    && !name.endsWith("vbaProject.bin");
            if (!isSilent) {
                opener.openInside(in, name, within.entry(PackageMap.file(name)));
            }
        } catch (IOException e) {
            reading.cannot(Unreadable.CORRUPT);
        }
    }
}
