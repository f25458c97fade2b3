package prongsai.check;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.Tag;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;

/** Pictures: what cameras and people have noted in them. What they show is not read. */
final class ImageReader {

    private final Reading reading;

    ImageReader(Reading reading) {
        this.reading = reading;
    }

    void read(InputStream in, Within within) throws IOException {
        Metadata metadata;
        try {
            metadata = ImageMetadataReader.readMetadata(in);
        } catch (ImageProcessingException e) {
            reading.cannot(Unreadable.CORRUPT);
            return;
        }
        for (Directory directory : metadata.getDirectories()) {
            reading.check();
            if (directory instanceof XmpDirectory xmp) {
                giveXmp(xmp, within);
            } else {
                giveTags(directory, within);
            }
            if (directory instanceof GpsDirectory gps && isPlace(gps)) {
                reading.location(within.place(Place.Kind.METADATA, gps.getName()));
            }
        }
    }

    private static boolean isPlace(GpsDirectory gps) {
        return gps.containsTag(GpsDirectory.TAG_LATITUDE) || gps.containsTag(GpsDirectory.TAG_LONGITUDE);
    }

    private void giveTags(Directory directory, Within within) {
        for (Tag tag : directory.getTags()) {
            Object value = directory.getObject(tag.getTagType());
            String text = tag.getDescription();
            if (text != null && !(value instanceof Number)) {
                reading.text(
                        within.place(Place.Kind.METADATA, directory.getName() + ": " + tag.getTagName()), text.strip());
            }
        }
    }

    private void giveXmp(XmpDirectory xmp, Within within) {
        for (Map.Entry<String, String> property : new TreeMap<>(xmp.getXmpProperties()).entrySet()) {
            if (property.getValue() != null) {
                reading.text(within.place(Place.Kind.METADATA, "XMP: " + property.getKey()), property.getValue());
            }
        }
    }
}
