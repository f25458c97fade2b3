package prongsai.disclosure;

import java.util.List;

/**
 * Sub-indicator (ตัวชี้วัดย่อย) with its disclosure items.
 *
 * @param code such as {@code 9.1}
 * @param indicator code of the indicator that it is part of
 */
public record SubIndicator(String code, String name, String indicator, List<OitItem> items) {
    public SubIndicator {
        items = List.copyOf(items);
    }
}
