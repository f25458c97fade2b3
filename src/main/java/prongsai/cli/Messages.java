package prongsai.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The texts of one language, from {@code messages/<name>_<language>.properties} in UTF-8.
 *
 * <p>{@code {0}}, {@code {1}}, ... stand for arguments, taken as they are. {@code {1:kind}} stands for the words that the
 * same file has for the argument: {@code kind.array} for {@code array}. Where a text speaks of an argument that is empty,
 * the text under the same key with {@code .none} is said instead, if there is one.
 */
final class Messages {

    static final Pattern PLACEHOLDER = Pattern.compile("\\{([0-9])(?::([a-z]+))?}");
    private static final String NONE = ".none";

    private final Properties texts;

    private Messages(Properties texts) {
        this.texts = texts;
    }

    static Messages load(String name, Language language) {
        String file = "/messages/" + name + "_" + language.code() + ".properties";
        Properties texts = new Properties();
        try (InputStream in = Messages.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no texts " + file);
            }
            Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        return new Messages(texts);
    }

    Set<String> keys() {
        return texts.stringPropertyNames();
    }

    /** The text as it stands in the file. */
    String raw(String key) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no text " + key);
        }
        return text;
    }

    String text(String key, Object... arguments) {
        return text(key, Arrays.stream(arguments).map(Object::toString).toList());
    }

    String text(String key, List<String> arguments) {
        String text = raw(key);
        boolean hole = PLACEHOLDER
                .matcher(text)
                .results()
                .anyMatch(p -> argument(p, arguments).isEmpty());
        String chosen = hole && texts.containsKey(key + NONE) ? raw(key + NONE) : text;
        return PLACEHOLDER.matcher(chosen).replaceAll(p -> Matcher.quoteReplacement(fill(p, arguments)));
    }

    private String fill(MatchResult placeholder, List<String> arguments) {
        String argument = argument(placeholder, arguments);
        String words = placeholder.group(2);
        if (words == null) {
            return argument;
        }
        return Arrays.stream(argument.split(", ", -1))
                .map(word -> raw(words + "." + word))
                .collect(Collectors.joining(" " + raw("or") + " "));
    }

    private static String argument(MatchResult placeholder, List<String> arguments) {
        int index = Integer.parseInt(placeholder.group(1));
        return index < arguments.size() ? arguments.get(index) : "";
    }
}
