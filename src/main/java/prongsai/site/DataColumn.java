package prongsai.site;

import java.util.List;

/**
 * A column of a dataset, explained (พจนานุกรมข้อมูล).
 *
 * @param key its name in CSV and JSON: {@code fiscalYear}
 * @param title its name in the spreadsheet and on the page
 * @param unit of its numbers, such as {@code คะแนน}; empty where there is none
 * @param explanation what it tells, and what an empty cell means where that is not plain
 * @param codes all that its cells may hold; empty where they may hold anything
 */
public record DataColumn(String key, String title, Type type, String unit, String explanation, List<Code> codes) {

    public DataColumn {
        codes = List.copyOf(codes);
    }

    /** A column without a unit whose cells may hold anything of its type. */
    public static DataColumn of(Type type, String key, String title, String explanation) {
        return new DataColumn(key, title, type, "", explanation, List.of());
    }

    /** The same with a unit. */
    public DataColumn in(String unit) {
        return new DataColumn(key, title, type, unit, explanation, codes);
    }

    /** The same with all that its cells may hold. */
    public DataColumn with(List<Code> codes) {
        return new DataColumn(key, title, type, unit, explanation, codes);
    }

    /** What the cells of a column are. */
    public enum Type {
        /** ข้อความ */
        TEXT("ข้อความ"),
        /** Several texts. */
        TEXTS("หลายข้อความ"),
        /** จำนวนเต็ม */
        WHOLE("จำนวนเต็ม"),
        /** A number with decimals. */
        DECIMAL("จำนวนทศนิยม"),
        /** A day of the Common Era, {@code 2020-04-23}. */
        DAY("วันที่ (ค.ศ.)"),
        /** A fiscal year of the Buddhist Era, {@code 2563}. */
        YEAR("ปี พ.ศ."),
        /** An absolute web address. */
        ADDRESS("ที่อยู่เว็บ"),
        /** Several absolute web addresses. */
        ADDRESSES("หลายที่อยู่เว็บ"),
        /** Yes or no. */
        TRUTH("ใช่หรือไม่ใช่");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        /** What it is called in Thai. */
        public String word() {
            return word;
        }

        /** Whether its cells are numbers. */
        public boolean isNumeric() {
            return this == WHOLE || this == DECIMAL || this == YEAR;
        }
    }

    /** One of the few things that a cell may hold, with the Thai word for it. */
    public record Code(String code, String word) {}
}
