package prongsai.check.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Unpacks every stream of a PDF once without keeping it, before the library does so into memory: a stream of 1 MB can mean
 * 1 GB, and one that is broken the library reads as far as it gets without a word. Pictures are never unpacked.
 */
final class PdfStreams {

    private final Reading reading;
    private final Within within;

    PdfStreams(Reading reading, Within within) {
        this.reading = reading;
        this.within = within;
    }

    void measure(PDDocument document) {
        COSDocument objects = document.getDocument();
        for (COSObjectKey key : new TreeSet<>(objects.getXrefTable().keySet())) {
            reading.check();
            COSObject object = objects.getObjectFromPool(key);
            if (object.getObject() instanceof COSStream stream) {
                measure(stream);
            }
        }
    }

    private void measure(COSStream stream) {
        if (COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
            giveNotes(stream);
        } else if (!"EmbeddedFile".equals(stream.getNameAsString(COSName.TYPE))) {
            PdfReader.attempt(reading, () -> unpack(stream));
        }
    }

    private void unpack(COSStream stream) throws IOException {
        byte[] buffer = new byte[1 << 14];
        try (InputStream in = reading.counting(strict(stream))) {
            while (in.read(buffer) >= 0) {
                reading.check();
            }
        }
    }

    /** The library forgives what is broken inside a stream; the platform does not. */
    private static InputStream strict(COSStream stream) throws IOException {
        COSBase filters = stream.getFilters();
        boolean isFlate =
                COSName.FLATE_DECODE.equals(filters) && stream.getDictionaryObject(COSName.DECODE_PARMS) == null;
        return isFlate ? new InflaterInputStream(stream.createRawInputStream()) : stream.createInputStream();
    }

    /** What a camera noted in a photograph goes with it into the PDF. */
    private void giveNotes(COSStream stream) {
        List<COSName> photographs = List.of(COSName.DCT_DECODE, COSName.JPX_DECODE);
        if (!(stream.getFilters() instanceof COSName filter) || !photographs.contains(filter)) {
            return;
        }
        try (InputStream in = reading.counting(stream.createRawInputStream())) {
            new ImageReader(reading).read(in, within.entry("image"));
        } catch (IOException e) {
            // Whether it can be shown is not the question here.
        }
    }
}
