package prongsai.site;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What there is to say of a dataset (ชุดข้อมูล): its page and the catalogue describe it by this.
 *
 * @param name of its files: {@code plan-actions}
 * @param keywords คำสำคัญ
 * @param columns in their order
 * @param rows how many there are
 * @param modified the last change that its records tell of
 */
public record DatasetInfo(
        String name,
        String title,
        String description,
        Kind kind,
        Frequency frequency,
        List<String> keywords,
        List<DataColumn> columns,
        int rows,
        Optional<LocalDate> modified) {

    /** The folder of all datasets, which is their page too. */
    public static final String FOLDER = "data/";

    /** The list of all published files; it knows every other file of the site, so it is made last. */
    public static final OutputPath FILES = new OutputPath(FOLDER + "files.csv");

    /** The catalogue of the datasets for machines. */
    public static final OutputPath CATALOGUE = new OutputPath(FOLDER + "catalog.jsonld");

    public DatasetInfo {
        keywords = List.copyOf(keywords);
        columns = List.copyOf(columns);
    }

    /** A form that a dataset is published in. */
    public enum Form {
        CSV("csv", "CSV"),
        XLSX("xlsx", "Excel (XLSX)"),
        JSON("json", "JSON"),
        /** The JSON Schema of the JSON. */
        SCHEMA("schema.json", "JSON Schema");

        private final String extension;
        private final String word;

        Form(String extension, String word) {
            this.extension = extension;
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** Where the dataset is published in a form: {@code data/results.csv}. */
    public OutputPath file(Form form) {
        return new OutputPath(FOLDER + name + "." + form.extension);
    }

    /** Kind of data, as the government's catalogue names it (ประเภทข้อมูล). */
    public enum Kind {
        RECORDS("ข้อมูลระเบียน"),
        STATISTICS("ข้อมูลสถิติ");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** How often the data change by their nature (ความถี่ของการปรับปรุง). */
    public enum Frequency {
        /** One result, plan or list of items a fiscal year. */
        YEARLY("ปีละครั้ง", "ANNUAL"),
        /** Whenever the agency has something to say. */
        IRREGULAR("เมื่อมีการเปลี่ยนแปลง", "IRREG");

        private final String word;
        private final String code;

        Frequency(String word, String code) {
            this.word = word;
            this.code = code;
        }

        public String word() {
            return word;
        }

        /** Its name in the frequency list of the European Union's Publications Office, which DCAT uses. */
        public String code() {
            return code;
        }
    }
}
