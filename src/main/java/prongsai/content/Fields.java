package prongsai.content;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import prongsai.model.FilePath;
import prongsai.model.FiscalYear;
import prongsai.model.Period;
import prongsai.model.Score;
import prongsai.model.Slug;
import prongsai.model.ThaiDate;
import prongsai.source.Nearest;
import prongsai.source.ProblemCode;
import prongsai.source.Problems;
import prongsai.source.SourcePosition;
import prongsai.source.Value;

/**
 * Typed reading of the fields of one mapping. The schema has already said what has the wrong form; here a value of the
 * wrong form is just absent, and what a schema cannot know (days, years, files) is checked.
 */
final class Fields {

    private static final int YEAR_DIGITS = 4;

    private final Value.Mapping mapping;
    private final FilePath file;
    private final FileLookup files;
    private final Problems problems;
    private boolean whole = true;

    /**
     * @param file the record that holds the fields
     */
    Fields(Value.Mapping mapping, FilePath file, FileLookup files, Problems problems) {
        this.mapping = mapping;
        this.file = file;
        this.files = files;
        this.problems = problems;
    }

    /**
     * A value that what is read cannot do without. Where it is missing another stands in for it, so that the rest is read
     * all the same and every mistake in it is told in the same run.
     */
    <T> T required(Optional<T> value, T standIn) {
        whole &= value.isPresent();
        return value.orElse(standIn);
    }

    /** What was read from these fields, unless it lacks what is {@link #required}. */
    <T> Optional<T> ifWhole(T read) {
        return whole ? Optional.of(read) : Optional.empty();
    }

    boolean has(String name) {
        return mapping.get(name).isPresent();
    }

    SourcePosition position(String name) {
        return mapping.get(name).map(Value::position).orElse(mapping.position());
    }

    private Optional<Value.Scalar> scalar(String name) {
        return mapping.get(name)
                .filter(v -> v instanceof Value.Scalar)
                .map(v -> (Value.Scalar) v)
                .filter(s -> s.kind() != Value.Kind.NULL);
    }

    Optional<String> text(String name) {
        return scalar(name).flatMap(Fields::text);
    }

    private static Optional<String> text(Value.Scalar scalar) {
        boolean isText = scalar.kind() == Value.Kind.TEXT || scalar.plain();
        return isText && !scalar.text().isBlank() ? Optional.of(scalar.text().strip()) : Optional.empty();
    }

    /** Text, or a number as it was written. */
    Optional<String> textOrNumber(String name) {
        return scalar(name).map(s -> s.text().strip()).filter(t -> !t.isEmpty());
    }

    /** A list of texts; a single text is a list of one. */
    List<String> texts(String name) {
        Optional<Value> value = mapping.get(name);
        if (value.isPresent() && value.get() instanceof Value.Sequence sequence) {
            return sequence.items().stream()
                    .filter(v -> v instanceof Value.Scalar)
                    .flatMap(v -> text((Value.Scalar) v).stream())
                    .toList();
        }
        return text(name).stream().toList();
    }

    /** Addresses on the site such as {@code announcements/2563/no-gift}; others are problems of the schema's already. */
    List<String> addresses(String name) {
        return texts(name).stream().filter(Fields::isAddress).toList();
    }

    private static boolean isAddress(String text) {
        return Arrays.stream(text.split("/", -1)).allMatch(Slug::isValid);
    }

    boolean isTrue(String name) {
        return scalar(name).filter(s -> s.kind() == Value.Kind.TRUE).isPresent();
    }

    Optional<BigDecimal> number(String name) {
        return scalar(name).flatMap(Value.Scalar::number);
    }

    Optional<Score> score(String name) {
        return number(name).filter(Score::isValid).map(Score::new);
    }

    Optional<FiscalYear> fiscalYear(String name) {
        return number(name)
                .map(BigDecimal::stripTrailingZeros)
                .filter(year -> year.scale() <= 0)
                .flatMap(year -> checkYear(name, year, position(name), problems));
    }

    /** Reports a year that is no Buddhist fiscal year, naming the one that was most likely meant. */
    private static Optional<FiscalYear> checkYear(
            String name, BigDecimal written, SourcePosition position, Problems problems) {
        int year = written.precision() - written.scale() <= YEAR_DIGITS ? written.intValueExact() : 0;
        if (FiscalYear.isValid(year)) {
            return Optional.of(new FiscalYear(year));
        }
        int converted = year + ThaiDate.ERA_OFFSET;
        if (FiscalYear.isValid(converted)) {
            problems.add(ProblemCode.COMMON_ERA_YEAR, position, name, year, converted);
        } else {
            problems.add(ProblemCode.BAD_FISCAL_YEAR, position, name, written.toPlainString());
        }
        return Optional.empty();
    }

    Optional<LocalDate> date(String name) {
        return text(name).filter(ThaiDate::isWritten).flatMap(t -> day(name, t));
    }

    /** The day that a text names whose form no schema has looked at; a problem at the field if it names none. */
    Optional<LocalDate> day(String name, String text) {
        Optional<LocalDate> day = ThaiDate.parse(text).filter(ThaiDate::isPlausible);
        if (day.isEmpty()) {
            problems.add(ProblemCode.BAD_DATE, position(name), name, text);
        }
        return day;
    }

    Optional<Period> period(String name) {
        return child(name).flatMap(p -> {
            Optional<LocalDate> from = p.date("from");
            Optional<LocalDate> to = p.date("to");
            if (from.isEmpty() || to.isEmpty()) {
                return Optional.empty();
            }
            if (to.get().isBefore(from.get())) {
                problems.add(ProblemCode.PERIOD_REVERSED, p.position("to"));
                return Optional.empty();
            }
            return Optional.of(new Period(from.get(), to.get()));
        });
    }

    /** A constant written in lower case with hyphens: {@code in-progress}. */
    <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
        return text(name).flatMap(t -> constantOf(t, type));
    }

    <E extends Enum<E>> List<E> constants(String name, Class<E> type) {
        return texts(name).stream()
                .flatMap(t -> constantOf(t, type).stream())
                .distinct()
                .toList();
    }

    private static <E extends Enum<E>> Optional<E> constantOf(String text, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (isWritten(text, constant.name())) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    /** Whether {@code in-progress} is written for {@code IN_PROGRESS}. */
    private static boolean isWritten(String text, String name) {
        if (text.length() != name.length()) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (text.charAt(i) != (c == '_' ? '-' : Character.toLowerCase(c))) {
                return false;
            }
        }
        return true;
    }

    /** A constant that no schema lists, such as an instrument. */
    <E extends Enum<E>> Optional<E> code(String name, Class<E> type) {
        Optional<String> text = text(name);
        Optional<E> found = text.flatMap(t -> List.of(type.getEnumConstants()).stream()
                .filter(c -> c.name().equals(t))
                .findFirst());
        if (text.isPresent() && found.isEmpty()) {
            List<String> names =
                    List.of(type.getEnumConstants()).stream().map(Enum::name).toList();
            problems.add(ProblemCode.NOT_IN_LIST, position(name), name, text.get(), String.join(", ", names));
        }
        return found;
    }

    Optional<Fields> child(String name) {
        return mapping.get(name)
                .filter(v -> v instanceof Value.Mapping)
                .map(v -> new Fields((Value.Mapping) v, file, files, problems));
    }

    /** Reads each item of a list of mappings; one that lacks what it needs is left out. */
    <T> List<T> list(String name, Function<Fields, Optional<T>> read) {
        Optional<Value> value = mapping.get(name);
        if (value.isEmpty() || !(value.get() instanceof Value.Sequence sequence)) {
            return List.of();
        }
        List<T> items = new ArrayList<>();
        for (Value item : sequence.items()) {
            if (item instanceof Value.Mapping fields) {
                read.apply(new Fields(fields, file, files, problems)).ifPresent(items::add);
            }
        }
        return items;
    }

    /** The items of a list, of any form. */
    List<Value> items(String name) {
        Optional<Value> value = mapping.get(name);
        return value.isPresent() && value.get() instanceof Value.Sequence sequence ? sequence.items() : List.of();
    }

    Fields of(Value.Mapping item) {
        return new Fields(item, file, files, problems);
    }

    /** A file that the field names from {@code content/} or, with {@code ./}, beside the record; it must exist. */
    Optional<FilePath> file(String name) {
        return text(name).flatMap(written -> existing(written, position(name)));
    }

    private Optional<FilePath> existing(String written, SourcePosition position) {
        Optional<FilePath> path = ContentPaths.resolve(written, file);
        if (path.isEmpty()) {
            problems.add(ProblemCode.PATH_LEAVES_CONTENT, position, written);
            return Optional.empty();
        }
        Optional<ContentFile> found = files.file(path.get());
        if (found.isEmpty()) {
            problems.add(
                    ProblemCode.MISSING_ATTACHMENT,
                    position,
                    written,
                    Nearest.path(path.get().path(), files.known()).orElse(""));
        }
        return found.map(ContentFile::path);
    }
}
