package prongsai.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import prongsai.check.attachment.AttachmentLimits;
import prongsai.check.attachment.AttachmentReader;
import prongsai.check.attachment.Passages;
import prongsai.check.attachment.Place;
import prongsai.check.attachment.Unreadable;
import prongsai.check.personal.Allowances;
import prongsai.check.personal.PersonalData;
import prongsai.check.personal.PersonalHit;
import prongsai.check.personal.PersonalNumber;
import prongsai.check.personal.TableHeading;
import prongsai.content.Content;
import prongsai.content.ContentFile;
import prongsai.content.Entry;
import prongsai.model.Agency;
import prongsai.model.Allowance;
import prongsai.model.ThaiDate;
import prongsai.source.Problem;
import prongsai.source.ProblemCode;
import prongsai.source.Problems;
import prongsai.source.SourceFile;
import prongsai.source.SourcePosition;
import prongsai.source.StableName;

/**
 * Lets no personal data out: looks through the text of the records and of every file beside them, through their names,
 * and through the finished pages, where a number may come together that stood apart in its record.
 *
 * <pre>{@code
 * Guard guard = Guard.of(content, today);
 * guard.checkRecords(problems);
 * guard.checkFiles(problems);
 * pages.forEach(p -> guard.addPage(p.numbers(), p.source()));
 * guard.checkPages(problems);
 * }</pre>
 *
 * A number is never in a problem but masked. What {@code guard.yaml} permits is passed over.
 */
public final class Guard {

    private final Content content;
    private final PersonalData data;
    private final Allowances allowances;
    private final AttachmentReader reader = new AttachmentReader(AttachmentLimits.USUAL);

    /** Numbers that an officer has been told where they stand. */
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    private final Map<PersonalNumber, SourcePosition> onPages = new ConcurrentHashMap<>();

    private Guard(Content content, LocalDate today) {
        this.content = content;
        this.data = new PersonalData(declaredNumbers(content.agency().record()));
        this.allowances = new Allowances(content.guard().map(Entry::record), today);
    }

    /**
     * A guard for one content.
     *
     * @param today decides which permissions of {@code guard.yaml} have ended
     */
    public static Guard of(Content content, LocalDate today) {
        return new Guard(content, today);
    }

    /** The mobile numbers that {@code site.yaml} gives as contacts. */
    private static Set<String> declaredNumbers(Agency agency) {
        PersonalData any = new PersonalData(Set.of());
        return Stream.concat(
                        Stream.of(agency.contact().phone(), agency.contact().fax()),
                        agency.executives().stream().map(Agency.Executive::phone))
                .flatMap(phone -> phone.stream())
                .flatMap(phone -> any.find(phone).stream())
                .map(PersonalHit::digits)
                .collect(Collectors.toSet());
    }

    /**
     * A number of a file and where it stands.
     *
     * @param kind of the place in the file, empty where the position says it all
     * @param place in the file, such as a cell
     */
    public record Located(PersonalNumber number, SourcePosition position, String kind, String place) {

        static Located at(SourcePosition position, PersonalHit hit) {
            return new Located(hit.number(), position, "", "");
        }
    }

    /**
     * The personal data of one file, permitted or not.
     *
     * @param shown the file as the officer names it
     * @return nothing where there is no such file
     */
    public List<Located> in(String shown) throws IOException {
        List<Located> found = new ArrayList<>();
        content.sources().stream()
                .filter(s -> s.path().equals(shown))
                .map(this::lookThrough)
                .forEach(found::addAll);
        for (ContentFile file : content.files().values()) {
            if (content.shown(file.path()).equals(shown)) {
                lookThrough(file, found::add, new Problems());
            }
        }
        return found;
    }

    /** Looks through what officers write: every text that was read, even one that is no right record. */
    public void checkRecords(Problems problems) {
        checkRecords(this::lookThrough, problems);
    }

    /**
     * As {@link #checkRecords(Problems)}, with another way to what stands in a text.
     *
     * @param looked gives what {@link #lookThrough(SourceFile)} would give; asked by many threads
     */
    public void checkRecords(Function<SourceFile, List<Located>> looked, Problems problems) {
        reportExpired(problems);
        content.sources().parallelStream()
                .flatMap(source -> looked.apply(source).stream())
                .forEachOrdered(refusing(problems));
    }

    /**
     * The personal numbers of a text and of its file's name, permitted or not. They follow from the two and from the
     * telephones that {@code site.yaml} declares, and from nothing else.
     */
    public List<Located> lookThrough(SourceFile source) {
        List<Located> found = new ArrayList<>();
        lookAtName(source.path(), found::add);
        data.find(source.text()).forEach(hit -> found.add(Located.at(source.at(hit.start()), hit)));
        return found;
    }

    /** Reports the personal numbers of a text that nothing permits. */
    public void refuse(SourceFile source, Problems problems) {
        lookThrough(source).forEach(refusing(problems));
    }

    private void reportExpired(Problems problems) {
        content.guard()
                .ifPresent(guard -> allowances.expired().forEach(index -> {
                    Allowance entry = guard.record().entries().get(index);
                    problems.add(
                            ProblemCode.ALLOWANCE_EXPIRED,
                            guard.at("/allow/" + index + "/until"),
                            entry.reason(),
                            ThaiDate.write(entry.until().orElseThrow()));
                }));
    }

    private Consumer<Located> refusing(Problems problems) {
        return located -> {
            PersonalNumber number = located.number();
            if (!allowances.allows(number.digits())) {
                told.add(number.digits());
                problems.add(code(number.kind()), located.position(), number.masked(), located.kind(), located.place());
            }
        };
    }

    private static ProblemCode code(PersonalHit.Kind kind) {
        return switch (kind) {
            case NATIONAL_ID -> ProblemCode.PERSONAL_ID;
            case MOBILE_NUMBER -> ProblemCode.PERSONAL_MOBILE;
            case BANK_ACCOUNT -> ProblemCode.PERSONAL_ACCOUNT;
        };
    }

    private void lookAtName(String path, Consumer<Located> sink) {
        lookAtName(path.substring(path.lastIndexOf('/') + 1), path, sink);
    }

    private void lookAtName(String name, String path, Consumer<Located> sink) {
        for (PersonalHit hit : data.find(name)) {
            sink.accept(new Located(hit.number(), SourcePosition.startOf(path), "name", data.masked(name)));
        }
    }

    private void lookAtFolders(String folders, String path, Consumer<Located> sink) {
        for (String name : folders.split("/", -1)) {
            lookAtName(name, path, sink);
        }
    }

    /** Looks through every file beside the records, several at a time. */
    public void checkFiles(Problems problems) throws IOException {
        checkFiles(file -> Optional.empty(), (file, said) -> {}, problems);
    }

    /**
     * The same, with what is known from before.
     *
     * @param looked what there was to say of a file that is known to hold nobody's number; such a file is not opened
     * @param clean hears of each other file in which there is none, with what there is to say of it
     */
    public void checkFiles(
            Function<ContentFile, Optional<List<Problem>>> looked,
            BiConsumer<ContentFile, List<Problem>> clean,
            Problems problems)
            throws IOException {
        try {
            content.files().values().parallelStream().forEach(file -> {
                try {
                    checkFile(file, looked.apply(file), clean, problems);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    private void checkFile(
            ContentFile file,
            Optional<List<Problem>> looked,
            BiConsumer<ContentFile, List<Problem>> clean,
            Problems problems)
            throws IOException {
        List<Located> numbers = new ArrayList<>();
        Problems said = new Problems();
        if (looked.isEmpty()) {
            lookThrough(file, numbers::add, said);
        }
        List<Problem> all = looked.orElseGet(said::sorted);
        all.forEach(problems::add);
        if (numbers.isEmpty()) {
            clean.accept(file, all);
        }
        numbers.forEach(refusing(problems));
    }

    private void lookThrough(ContentFile file, Consumer<Located> sink, Problems problems) throws IOException {
        String shown = content.shown(file.path());
        lookAtName(shown, sink);
        lookAtFolders(file.path().folder(), shown, sink);
        Passages passages = new FilePassages(shown, sink, problems);
        for (Unreadable reason : reader.read(file.location(), file.path().name(), passages)) {
            problems.add(ProblemCode.UNSEARCHABLE_FILE, SourcePosition.startOf(shown), StableName.of(reason));
        }
    }

    /** The text of one file. A number is told where it is met first, which is its narrowest place: cell before row. */
    private final class FilePassages implements Passages {

        private final String shown;
        private final Consumer<Located> sink;
        private final Problems problems;
        private final Set<String> met = new HashSet<>();

        /** The first row of each table. */
        private final Map<String, TableHeading> headings = new HashMap<>();

        FilePassages(String shown, Consumer<Located> sink, Problems problems) {
            this.shown = shown;
            this.sink = sink;
            this.problems = problems;
        }

        @Override
        public void text(Place place, String text) {
            for (PersonalHit hit : data.find(text, heading(place, text))) {
                if (met.add(hit.digits())) {
                    take(hit, place);
                }
            }
        }

        private TableHeading heading(Place place, String text) {
            boolean tabbed = text.indexOf('\t') >= 0;
            if (!tabbed && place.kind() != Place.Kind.LINE) {
                return TableHeading.NONE;
            }
            String table = place.kind() == Place.Kind.CELL
                    ? place.where().substring(0, place.where().lastIndexOf('!') + 1)
                    : place.kind() == Place.Kind.LINE ? "" : place.toString();
            return headings.computeIfAbsent(tabbed ? table : table + " as written", t -> TableHeading.of(text));
        }

        private void take(PersonalHit hit, Place place) {
            boolean line = place.kind() == Place.Kind.LINE && place.where().matches("[0-9]{1,9}");
            SourcePosition start = SourcePosition.startOf(shown);
            if (line) {
                sink.accept(Located.at(new SourcePosition(shown, Integer.parseInt(place.where()), 1), hit));
            } else if (place.kind() == Place.Kind.WHOLE) {
                sink.accept(Located.at(start, hit));
            } else {
                sink.accept(new Located(hit.number(), start, StableName.of(place.kind()), data.masked(place.where())));
            }
        }

        @Override
        public void location(Place place) {
            problems.add(ProblemCode.PICTURE_LOCATION, SourcePosition.startOf(shown), data.masked(place.where()));
        }
    }

    /** What finds the numbers. */
    PersonalData data() {
        return data;
    }

    /** Takes in the numbers of a finished page; may be called by many threads. */
    void addPage(List<PersonalNumber> numbers, SourceFile origin) {
        for (PersonalNumber number : numbers) {
            // The first origin by name, whichever page is done first.
            onPages.merge(number, SourcePosition.startOf(origin.path()), (a, b) -> a.compareTo(b) <= 0 ? a : b);
        }
    }

    /** Reports what only the pages show, such as a number that Markdown puts together. */
    public void checkPages(Problems problems) {
        onPages.forEach((number, position) -> {
            if (!told.contains(number.digits()) && !allowances.allows(number.digits())) {
                problems.add(code(number.kind()), position, number.masked(), "", "");
            }
        });
    }
}
