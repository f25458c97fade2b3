package prongsai.check.attachment;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.StringValue;
import com.drew.metadata.Tag;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.file.FileTypeDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Pictures: what cameras and people have noted in them. What they show is not read. */
final class ImageReader {

    /** Bytes of a picture: the library keeps those of some kinds whole. */
    private static final int LARGEST = 64 << 20;

    private final Reading reading;

    ImageReader(Reading reading) {
        this.reading = reading;
    }

    void read(InputStream in, Within within) throws IOException {
        Metadata metadata;
        byte[] bytes = in.readNBytes(LARGEST);
        if (bytes.length == LARGEST) {
            reading.cannot(Unreadable.TOO_LARGE);
            return;
        }
        try {
            PngChunks.measure(bytes, reading);
            // Without a size the library grows its buffer as it goes.
            metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(bytes), bytes.length);
        } catch (ImageProcessingException e) {
            reading.cannot(Unreadable.CORRUPT);
            return;
        }
        for (Directory directory : metadata.getDirectories()) {
            reading.check();
            if (directory instanceof XmpDirectory xmp) {
                giveXmp(xmp, within);
            } else if (!(directory instanceof FileTypeDirectory)) {
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
            if (text != null && isText(value)) {
                reading.text(
                        within.place(Place.Kind.METADATA, directory.getName() + ": " + tag.getTagName()), text.strip());
            }
        }
    }

    /** Not a number, nor a table of numbers such as those of an ICC profile. */
    private static boolean isText(@Nullable Object value) {
        return value instanceof String
                || value instanceof StringValue
                || value instanceof Object[]
                || value instanceof Collection
                || value instanceof byte[];
    }

    private void giveXmp(XmpDirectory xmp, Within within) {
        for (Map.Entry<String, String> property : new TreeMap<>(xmp.getXmpProperties()).entrySet()) {
            if (property.getValue() != null) {
                reading.text(within.place(Place.Kind.METADATA, "XMP: " + property.getKey()), property.getValue());
            }
        }
    }
}
