package prongsai.model;

import java.util.Optional;

/**
 * News or an activity (ข่าวประชาสัมพันธ์และกิจกรรม).
 *
 * @param imageAlt what the picture shows, for those who cannot see it
 */
public record NewsItem(RecordId id, Header header, Optional<FilePath> image, Optional<String> imageAlt)
        implements HeadedRecord {}
