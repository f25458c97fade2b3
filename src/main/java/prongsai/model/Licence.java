package prongsai.model;

import java.util.Optional;

/**
 * What others may do with the open data (สัญญาอนุญาตให้ใช้ข้อมูล).
 *
 * @param title as it is commonly called
 * @param url where its words stand
 */
public record Licence(String title, Optional<String> url) {}
