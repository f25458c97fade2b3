package prongsai.feeds;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import prongsai.model.Agency;
import prongsai.model.FiscalYear;
import prongsai.model.Licence;
import prongsai.site.DataColumn;
import prongsai.site.DatasetInfo;
import prongsai.site.DatasetInfo.Form;
import prongsai.site.Route;
import prongsai.source.JsonOutput;
import prongsai.source.JsonTable;

/** Datasets as JSON, one row a line, with the JSON Schema (draft 2020-12) that it follows. */
final class DatasetJson {

    private final Agency agency;
    private final Addresses addresses;

    DatasetJson(Agency agency, Addresses addresses) {
        this.agency = agency;
        this.addresses = addresses;
    }

    void write(Dataset dataset, OutputStream out) throws IOException {
        DatasetInfo info = dataset.info();
        Map<String, Object> head = Tree.of(
                "$schema", addresses.of(info.file(Form.SCHEMA)),
                "dataset", info.name(),
                "title", info.title(),
                "publisher", agency.name(),
                "page", addresses.of(new Route(DatasetInfo.FOLDER)) + "#" + info.name(),
                "licence", agency.licence().map(Licence::title));
        List<String> keys = info.columns().stream().map(DataColumn::key).toList();
        JsonTable.write(
                head,
                keys,
                dataset.rows()
                        .get()
                        .map(row -> row.stream().map(DatasetJson::value).toList())
                        .iterator(),
                out);
    }

    private static Object value(Cell cell) {
        if (cell instanceof Cell.Figure figure) {
            return figure.value();
        }
        if (cell instanceof Cell.Texts texts) {
            return texts.texts();
        }
        if (cell instanceof Cell.Truth truth) {
            return truth.holds();
        }
        return cell instanceof Cell.Text text ? text.text() : Optional.empty();
    }

    byte[] schema(DatasetInfo info) {
        Map<String, Object> properties = Tree.of(
                "$schema", Tree.of("type", "string", "format", "iri"),
                "dataset", Tree.of("const", info.name()),
                "title", Tree.of("type", "string"),
                "publisher", Tree.of("type", "string"),
                "page", Tree.of("type", "string", "format", "iri"),
                "licence", Tree.of("type", List.of("string", "null")),
                "rows", Tree.of("type", "array", "items", row(info.columns())));
        Map<String, Object> schema = Tree.of(
                "$schema", "https://json-schema.org/draft/2020-12/schema",
                "$id", addresses.of(info.file(Form.SCHEMA)),
                "title", info.title(),
                "description", info.description());
        schema.putAll(object(properties));
        return (JsonOutput.write(schema) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> object(Map<String, Object> properties) {
        return Tree.of(
                "type",
                "object",
                "properties",
                properties,
                "required",
                List.copyOf(properties.keySet()),
                "additionalProperties",
                false);
    }

    private static Map<String, Object> row(List<DataColumn> columns) {
        Map<String, Object> properties = new LinkedHashMap<>();
        columns.forEach(c -> properties.put(c.key(), cell(c)));
        return object(properties);
    }

    private static Map<String, Object> cell(DataColumn column) {
        String unit = column.unit().isEmpty() ? "" : " (หน่วย: " + column.unit() + ")";
        Map<String, Object> cell = Tree.of("title", column.title(), "description", column.explanation() + unit);
        cell.putAll(form(column.type()));
        if (!column.codes().isEmpty()) {
            List<Object> codes = new ArrayList<>();
            column.codes().forEach(c -> codes.add(c.code()));
            codes.add(Optional.empty());
            cell.put("enum", codes);
        }
        return cell;
    }

    private static Map<String, Object> form(DataColumn.Type type) {
        return switch (type) {
            case TEXT -> Tree.of("type", List.of("string", "null"));
            case TEXTS -> Tree.of("type", "array", "items", Tree.of("type", "string"));
            case WHOLE -> Tree.of("type", List.of("integer", "null"));
            case DECIMAL -> Tree.of("type", List.of("number", "null"));
            case DAY -> Tree.of("type", List.of("string", "null"), "format", "date");
            case YEAR ->
                Tree.of("type", List.of("integer", "null"), "minimum", FiscalYear.FIRST, "maximum", FiscalYear.LAST);
            case ADDRESS -> Tree.of("type", List.of("string", "null"), "format", "iri");
            case ADDRESSES -> Tree.of("type", "array", "items", Tree.of("type", "string", "format", "iri"));
            case TRUTH -> Tree.of("type", List.of("boolean", "null"));
        };
    }
}
