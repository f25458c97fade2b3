package prongsai.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The form of one kind of record, stated by a JSON Schema (draft 2020-12) among the resources. Editors check records by
 * the same files.
 */
public final class RecordSchema {

    private static final String FOLDER = "/schema/";

    private final String file;
    private final FormCheck form;
    private final Library library;

    private RecordSchema(String file, Library library) {
        this.file = file;
        this.form = FormCheck.of(file, library.documents);
        this.library = library;
    }

    /** All schemas, each loaded when it is first asked for. */
    public static final class Library {

        private final SchemaDocuments documents = new SchemaDocuments(RecordSchema::text);
        private final Map<String, RecordSchema> schemas = new TreeMap<>();
        private Optional<SchemaJudge> judge = Optional.empty();

        /** The schema of a kind of record, such as {@code announcement}. */
        public synchronized RecordSchema named(String kind) {
            return schemas.computeIfAbsent(kind, name -> new RecordSchema(name + ".schema.json", this));
        }

        private synchronized SchemaJudge judge() {
            SchemaJudge asked = judge.orElseGet(SchemaJudge::new);
            judge = Optional.of(asked);
            return asked;
        }
    }

    /** Reports everything in {@code value} that does not have this form. */
    public void check(Value value, Problems problems) {
        if (!form.accepts(value)) {
            library.judge().check(file, value, problems);
        }
    }

    static String text(String file) {
        try (InputStream in = RecordSchema.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("no schema " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("schema " + file, e);
        }
    }
}
