package prongsai.check.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.hslf.extractor.QuickButCruddyTextExtractor;
import org.apache.poi.hslf.usermodel.HSLFNotes;
import org.apache.poi.hslf.usermodel.HSLFObjectData;
import org.apache.poi.hslf.usermodel.HSLFPictureData;
import org.apache.poi.hslf.usermodel.HSLFSheet;
import org.apache.poi.hslf.usermodel.HSLFSlide;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hslf.usermodel.HSLFTextParagraph;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.sl.usermodel.PictureData.PictureType;

/** PowerPoint to 2003: slides and notes, then every other text in the file, such as that of a slide deleted long ago. */
final class OldSlides {

    private final Reading reading;
    private final Opener opener;
    private final Within within;
    private final Set<String> given = new HashSet<>();

    OldSlides(Reading reading, Opener opener, Within within) {
        this.reading = reading;
        this.opener = opener;
        this.within = within;
    }

    void read(DirectoryNode folder) throws IOException {
        // Not closed, as that would close the file around it.
        HSLFSlideShow show = new HSLFSlideShow(folder);
        for (HSLFSlide slide : show.getSlides()) {
            Place place = within.place(Place.Kind.SLIDE, Integer.toString(slide.getSlideNumber()));
            give(place, slide);
            HSLFNotes notes = slide.getNotes();
            if (notes != null) {
                give(place, notes);
            }
        }
        giveFiles(show);
        if (folder.getParent() == null) {
            giveRest(folder);
        }
    }

    private void give(Place place, HSLFSheet sheet) {
        Flow flow = new Flow(reading, place);
        for (List<HSLFTextParagraph> box : sheet.getTextParagraphs()) {
            reading.check();
            String text = HSLFTextParagraph.getRawText(box).replace('\r', '\n').replace('\u000b', '\n');
            given.add(text);
            text.lines().forEach(flow::line);
        }
        flow.give();
    }

    private void giveRest(DirectoryNode folder) throws IOException {
        Flow flow = new Flow(reading, within.place(Place.Kind.PART, "presentation"));
        QuickButCruddyTextExtractor extractor = new QuickButCruddyTextExtractor(folder.getFileSystem());
        for (String found : extractor.getTextAsVector()) {
            String text = found.replace('\r', '\n').replace('\u000b', '\n');
            if (given.add(text) && given.add(text.strip())) {
                text.lines().forEach(flow::line);
            }
        }
        flow.give();
    }

    private void giveFiles(HSLFSlideShow show) throws IOException {
        for (HSLFPictureData picture : show.getPictureData()) {
            if (Set.of(PictureType.JPEG, PictureType.PNG, PictureType.TIFF).contains(picture.getType())) {
                String name = "picture " + picture.getIndex();
                opener.openInside(new ByteArrayInputStream(picture.getData()), name, within.entry(name));
            }
        }
        for (HSLFObjectData object : show.getEmbeddedObjects()) {
            try (InputStream in = object.getInputStream()) {
                opener.openInside(in, "object", within.entry("object"));
            }
        }
    }
}
