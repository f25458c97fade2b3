package prongsai.check.attachment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** PDF: pages, notes on them, forms, bookmarks, properties and the files inside. */
final class PdfReader {

    private final Reading reading;
    private final Opener opener;

    PdfReader(Reading reading, Opener opener) {
        this.reading = reading;
        this.opener = opener;
    }

    void read(Path file, Within within) throws IOException {
        PdfFonts.install();
        try (PDDocument document = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            List<Step> steps = List.of(
                    () -> new PdfStreams(reading, within).measure(document),
                    () -> new PdfPages(reading, within).give(document),
                    () -> new PdfExtras(reading, opener, document, within).give());
            for (Step step : steps) {
                attempt(reading, step);
            }
        } catch (InvalidPasswordException e) {
            reading.cannot(Unreadable.ENCRYPTED);
        }
    }

    /** Something that a broken file may fail at, with the rest still to be read. */
    interface Step {
        void run() throws IOException;
    }

    static void attempt(Reading reading, Step step) {
        try {
            step.run();
        } catch (StopReading | UncheckedIOException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            reading.cannot(Unreadable.CORRUPT);
        }
    }
}
