package prongsai.check.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.HWPFOldDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.usermodel.Picture;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.poifs.filesystem.DirectoryNode;

/** Word to 2003: all stories of a document, with what was deleted under track changes. */
final class OldWord {

    private static final char CELL_END = '\u0007';

    private final Reading reading;
    private final Opener opener;
    private final Within within;

    OldWord(Reading reading, Opener opener, Within within) {
        this.reading = reading;
        this.opener = opener;
        this.within = within;
    }

    void read(DirectoryNode folder) throws IOException {
        try {
            // Not closed, as that would close the file around it.
            HWPFDocument document = new HWPFDocument(folder);
            give("document", document.getRange());
            give("headers", document.getHeaderStoryRange());
            give("footnotes", document.getFootnoteRange());
            give("endnotes", document.getEndnoteRange());
            give("comments", document.getCommentsRange());
            give("textboxes", document.getMainTextboxRange());
            givePictures(document);
        } catch (OldWordFileFormatException e) {
            // Word 95 and before.
            give("document", new HWPFOldDocument(folder).getRange());
        }
    }

    private void givePictures(HWPFDocument document) {
        for (Picture picture : document.getPicturesTable().getAllPictures()) {
            String name = picture.suggestFullFileName();
            boolean isDrawing = name.endsWith("mf");
            if (picture.suggestPictureType().getMime().startsWith("image/") && !isDrawing) {
                opener.openInside(new ByteArrayInputStream(picture.getContent()), name, within.entry(name));
            }
        }
    }

    private void give(String part, Range range) {
        Flow flow = new Flow(reading, within.place(Place.Kind.PART, part));
        List<String> cells = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        String text = range.text();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == CELL_END && line.isEmpty()) {
                flow.row(cells);
                cells.clear();
            } else if (c == CELL_END) {
                cells.add(line.toString());
                end(line, flow);
            } else if (c == '\r' || c == '\f') {
                end(line, flow);
            } else {
                append(line, c);
            }
        }
        end(line, flow);
        flow.row(cells);
        flow.give();
    }

    private static void end(StringBuilder line, Flow flow) {
        flow.line(line.toString());
        line.setLength(0);
    }

    private static void append(StringBuilder line, char c) {
        switch (c) {
            case '\u000b' -> line.append('\n');
            case '\u001e' -> line.append('-');
            case '\t' -> line.append(c);
            // Field codes, anchors and soft hyphens.
            default -> line.append(c < ' ' ? "" : String.valueOf(c));
        }
    }
}
