package prongsai.source;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Writes a large table as JSON: an object that ends in {@code rows}, each row an object in a line of its own. */
public final class JsonTable {

    private JsonTable() {}

    /**
     * Writes a table as UTF-8.
     *
     * @param head fields before the rows; see {@link JsonOutput}
     * @param keys of the fields of each row
     * @param rows their values, asked for one by one
     */
    public static void write(
            Map<String, Object> head, List<String> keys, Iterator<? extends List<?>> rows, OutputStream out)
            throws IOException {
        List<SerializedString> names = keys.stream().map(SerializedString::new).toList();
        try (JsonGenerator json = JsonOutput.FACTORY.createGenerator(out).setPrettyPrinter(new Lines())) {
            json.writeStartObject();
            for (Map.Entry<String, Object> field : head.entrySet()) {
                json.writeFieldName(field.getKey());
                JsonOutput.write(field.getValue(), json);
            }
            json.writeArrayFieldStart("rows");
            while (rows.hasNext()) {
                write(names, rows.next(), json);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void write(List<SerializedString> names, List<?> row, JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (int i = 0; i < names.size(); i++) {
            json.writeFieldName(names.get(i));
            JsonOutput.write(row.get(i), json);
        }
        json.writeEndObject();
    }

    /** A line for each field of the whole and for each row; a row is in one line. */
    private static final class Lines extends MinimalPrettyPrinter {

        private static final long serialVersionUID = 1;

        private int depth;

        @Override
        public void writeStartObject(JsonGenerator json) throws IOException {
            depth++;
            super.writeStartObject(json);
        }

        @Override
        public void writeEndObject(JsonGenerator json, int entries) throws IOException {
            lineIf(depth == 1, json);
            depth--;
            super.writeEndObject(json, entries);
        }

        @Override
        public void beforeObjectEntries(JsonGenerator json) throws IOException {
            lineIf(depth == 1, json);
        }

        @Override
        public void writeObjectEntrySeparator(JsonGenerator json) throws IOException {
            super.writeObjectEntrySeparator(json);
            lineIf(depth == 1, json);
        }

        @Override
        public void writeStartArray(JsonGenerator json) throws IOException {
            depth++;
            super.writeStartArray(json);
        }

        @Override
        public void beforeArrayValues(JsonGenerator json) throws IOException {
            lineIf(depth == 2, json);
        }

        @Override
        public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
            super.writeArrayValueSeparator(json);
            lineIf(depth == 2, json);
        }

        @Override
        public void writeEndArray(JsonGenerator json, int values) throws IOException {
            lineIf(depth == 2, json);
            depth--;
            super.writeEndArray(json, values);
        }

        private static void lineIf(boolean here, JsonGenerator json) throws IOException {
            if (here) {
                json.writeRaw('\n');
            }
        }
    }
}
