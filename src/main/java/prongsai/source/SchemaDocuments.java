package prongsai.source;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The schema files as values, each read when it is first asked for. */
final class SchemaDocuments {

    private final UnaryOperator<String> texts;
    private final Map<String, Value> documents = new TreeMap<>();

    /**
     * @param texts the text of a file by its name
     */
    SchemaDocuments(UnaryOperator<String> texts) {
        this.texts = texts;
    }

    Value named(String file) {
        return documents.computeIfAbsent(file, name -> {
            Problems problems = new Problems();
            return JsonText.parse(new SourceFile(name, texts.apply(name)), problems)
                    .orElseThrow(() -> new IllegalStateException("schema " + name + ": " + problems.sorted()));
        });
    }
}
