package prongsai.render;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the {@code component.json} files and renders their examples as a page would. */
final class ComponentExamples {
    static final Path COMPONENTS = Path.of("templates", "components");
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private ComponentExamples() {}

    record Parameter(String name, String type, boolean required, String description) {}

    record Component(
            String name, String macro, String description, List<Parameter> parameters, List<Example> examples) {}

    /** One example; {@code toString} names it in a failure. */
    record Example(String component, String macro, String name, Map<String, Object> data, String body) {
        @Override
        public String toString() {
            return component + "/" + name;
        }
    }

    static List<Component> all() throws IOException {
        try (Stream<Path> folders = Files.list(COMPONENTS)) {
            List<Component> components = new ArrayList<>();
            for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
                components.add(read(folder.resolve("component.json")));
            }
            return components;
        }
    }

    static List<Example> examples() throws IOException {
        return all().stream().flatMap(c -> c.examples().stream()).toList();
    }

    private static Component read(Path file) throws IOException {
        JsonNode json = JSON.readTree(Files.readString(file));
        String name = json.get("name").asText();
        String macro = json.get("macro").asText();
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode p : json.get("parameters")) {
            for (String one : p.get("name").asText().split(", ")) {
                parameters.add(new Parameter(
                        one,
                        p.get("type").asText(),
                        p.get("required").asBoolean(),
                        p.get("description").asText()));
            }
        }
        List<Example> examples = new ArrayList<>();
        for (JsonNode e : json.get("examples")) {
            @SuppressWarnings("unchecked")
            Map<String, Object> data = JSON.convertValue(e.get("data"), Map.class);
            examples.add(new Example(
                    name, macro, e.get("name").asText(), data, e.path("body").asText("")));
        }
        return new Component(name, macro, json.get("description").asText(), parameters, examples);
    }

    /** Renders through a template of its own, written beside the bundled ones as a municipality would add it. */
    static String render(Example example, Path own) throws IOException, RenderException {
        Path template = own.resolve("examples").resolve(example.component() + "-" + example.name() + ".ftlh");
        Files.createDirectories(template.getParent());
        Files.writeString(template, templateOf(example));
        StringWriter out = new StringWriter();
        TemplateEngine.of(TemplateFiles.withOwn(own))
                .render(
                        "examples/" + template.getFileName(),
                        Map.of("data", example.data(), "body", new Html(example.body())),
                        out);
        return out.toString();
    }

    private static String templateOf(Example example) {
        String arguments = example.data().keySet().stream()
                .map(n -> " " + n + "=data." + n)
                .collect(Collectors.joining());
        String call = example.body().isEmpty()
                ? "<@c." + example.macro() + arguments + "/>"
                : "<@c." + example.macro() + arguments + ">${body}</@c." + example.macro() + ">";
        return "<#import \"/components/index.ftlh\" as c>" + call;
    }
}
