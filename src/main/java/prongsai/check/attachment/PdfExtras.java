package prongsai.check.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * What a PDF holds beside the text of its pages: notes, values of forms, bookmarks, alternative texts, properties, XMP and
 * files. Found by walking every object that can be reached, since there are dozens of kinds and any may carry a text.
 */
final class PdfExtras {

    /** What leads to drawings and fonts, or back up; page contents are read as pages. */
    private static final Set<String> SKIPPED = Set.of(
            "Contents:stream",
            "Resources",
            "Font",
            "XObject",
            "Pattern",
            "Shading",
            "ExtGState",
            "ColorSpace",
            "CS",
            "Parent",
            "P",
            "Pages",
            "Pg",
            "Thumb",
            "Encrypt",
            "DR");

    /** Keys whose strings are codes and not texts: identifiers, digests, settings, dates. */
    private static final Set<String> CODES = Set.of(
            "ID",
            "O",
            "U",
            "OE",
            "UE",
            "Perms",
            "Cert",
            "CheckSum",
            "DA",
            "DS",
            "NM",
            "Lang",
            "IDS",
            "CreationDate",
            "ModDate",
            "M",
            "LastModified");

    private final Reading reading;
    private final Opener opener;
    private final PDDocument document;
    private final Within within;
    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    PdfExtras(Reading reading, Opener opener, PDDocument document, Within within) {
        this.reading = reading;
        this.opener = opener;
        this.document = document;
        this.within = within;
    }

    /** An object still to be looked at. */
    private record Step(String key, COSBase object) {}

    void give() {
        COSDictionary trailer = document.getDocument().getTrailer();
        walk("Info", trailer.getDictionaryObject(COSName.INFO), within.place(Place.Kind.METADATA, "PDF Info"));
        int number = 0;
        for (PDPage page : document.getPages()) {
            number++;
            Place place = within.place(Place.Kind.PAGE, Integer.toString(number));
            walk("Page", page.getCOSObject(), place);
        }
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        COSBase form = catalog.getDictionaryObject(COSName.ACRO_FORM);
        giveFields(form);
        walk("AcroForm", form, within.place(Place.Kind.PART, "form"));
        walk("Outlines", catalog.getDictionaryObject(COSName.OUTLINES), within.place(Place.Kind.PART, "bookmarks"));
        walk("Root", catalog, within.place(Place.Kind.PART, "document"));
    }

    private void walk(String key, COSBase from, Place place) {
        Flow flow = new Flow(reading, place);
        Deque<Step> steps = new ArrayDeque<>();
        push(steps, key, from);
        while (!steps.isEmpty()) {
            reading.check();
            Step step = steps.pop();
            visit(step, steps, flow, place);
        }
        flow.give();
    }

    private void visit(Step step, Deque<Step> steps, Flow flow, Place place) {
        COSBase object = step.object();
        if (object instanceof COSString string) {
            giveString(step.key(), string, flow);
        } else if (seen.add(object)) {
            if (object instanceof COSStream stream) {
                PdfReader.attempt(reading, () -> giveStream(step.key(), stream, place));
            }
            if (object instanceof COSDictionary dictionary) {
                giveFiles(dictionary);
                List<COSName> keys = new ArrayList<>(dictionary.keySet());
                // A stack: the last one pushed is looked at first.
                Collections.reverse(keys);
                keys.forEach(k -> pushValue(steps, k.getName(), dictionary.getDictionaryObject(k)));
            } else if (object instanceof COSArray array) {
                for (int i = array.size() - 1; i >= 0; i--) {
                    push(steps, step.key(), array.getObject(i));
                }
            }
        }
    }

    private static void pushValue(Deque<Step> steps, String key, COSBase value) {
        boolean isContent = key.equals("Contents") && !(value instanceof COSString);
        if (!isContent && !SKIPPED.contains(key) && !CODES.contains(key)) {
            push(steps, key, value);
        }
    }

    private static void push(Deque<Step> steps, String key, COSBase value) {
        COSBase object = value instanceof COSObject reference ? reference.getObject() : value;
        if (object instanceof COSString || object instanceof COSDictionary || object instanceof COSArray) {
            steps.push(new Step(key, object));
        }
    }

    private static void giveString(String key, COSString string, Flow flow) {
        String text = string.getString();
        // Of tables of colours, digests and signatures nobody reads the bytes.
        boolean isBinary = text.chars().anyMatch(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f');
        if (!isBinary) {
            // Rich text is a small XHTML document.
            flow.line(key.equals("RC") ? text.replaceAll("<[^>]*>", "") : text);
        }
    }

    private void giveStream(String key, COSStream stream, Place place) throws IOException {
        String type = stream.getNameAsString(COSName.TYPE, "");
        if (type.equals("EmbeddedFile")) {
            giveFile(stream, "file");
        } else if (type.equals("Metadata") || key.equals("Metadata")) {
            Place metadata = within.place(Place.Kind.METADATA, "XMP");
            try (InputStream in = reading.counting(stream.createInputStream())) {
                new XmlFileReader(reading).read(in, metadata);
            }
        } else if (key.equals("XFA") || key.equals("JS") || key.equals("V") || key.equals("RV")) {
            try (InputStream in = reading.counting(stream.createInputStream())) {
                new XmlFileReader(reading).read(in, place);
            }
        }
    }

    /** The files of a file specification, which knows their name. */
    private void giveFiles(COSDictionary specification) {
        if (!(specification.getDictionaryObject(COSName.EF) instanceof COSDictionary files)) {
            return;
        }
        String name = specification.getString(COSName.UF, specification.getString(COSName.F, "file"));
        for (COSName key : new TreeSet<>(files.keySet())) {
            if (files.getDictionaryObject(key) instanceof COSStream stream && seen.add(stream)) {
                PdfReader.attempt(reading, () -> giveFile(stream, name));
            }
        }
    }

    private void giveFile(COSStream stream, String name) throws IOException {
        try (InputStream in = stream.createInputStream()) {
            opener.openInside(in, name, within.entry(name));
        }
    }

    /** The values of all fields in one row: of thirteen fields each may hold a digit. */
    private void giveFields(COSBase form) {
        if (!(form instanceof COSDictionary dictionary)) {
            return;
        }
        List<String> values = new ArrayList<>();
        Set<COSBase> known = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSBase> fields = new ArrayDeque<>();
        fields.push(dictionary);
        while (!fields.isEmpty()) {
            reading.check();
            COSBase next = fields.pop();
            if (next instanceof COSDictionary field && known.add(field)) {
                if (field.getDictionaryObject(COSName.V) instanceof COSString value) {
                    values.add(value.getString());
                }
                pushAll(fields, field.getCOSArray(COSName.KIDS));
                pushAll(fields, field.getCOSArray(COSName.FIELDS));
            }
        }
        new Flow(reading, within.place(Place.Kind.PART, "form")).row(values);
    }

    private static void pushAll(Deque<COSBase> fields, COSArray kids) {
        for (int i = kids == null ? -1 : kids.size() - 1; i >= 0; i--) {
            fields.push(kids.getObject(i));
        }
    }
}
