package prongsai.model;

import java.util.Optional;

/**
 * Who signed a record (ผู้ลงนาม), or stands behind it.
 *
 * @param name with title, as printed: นายนุกูล งานดี
 * @param position as printed: นายกเทศมนตรีตำบลคลองพน
 */
public record Signature(String name, Optional<String> position) {}
