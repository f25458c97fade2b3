package prongsai.deploy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import prongsai.site.Fingerprint;
import prongsai.site.Manifest;
import prongsai.site.OutputPath;

/**
 * Looks at what stands on the server before anything there is changed: whether it is what we put there.
 *
 * <p>A file of which the server says what it said when it had arrived ({@link SeenFiles}) is taken for that. Any other of
 * the right size is fetched and its bytes are compared, if it is about to be changed; one that stays is believed by its
 * size alone.
 */
final class Inspection {

    /** From so many paths in a folder on, it is listed as a whole. */
    private static final int MANY = 8;

    private final Crew crew;
    private final Owned owned;
    private final Manifest next;
    private final SeenFiles seen;
    private final Map<OutputPath, RemoteFile> found = new ConcurrentHashMap<>();
    private final Set<String> absent = ConcurrentHashMap.newKeySet();

    Inspection(Crew crew, Owned owned, Manifest next, SeenFiles seen) {
        this.crew = crew;
        this.owned = owned;
        this.next = next;
        this.seen = seen;
    }

    /** What stands at the paths that are about to be written or deleted. */
    Map<OutputPath, Standing> ofChanging(Collection<OutputPath> paths)
            throws RemoteFailure, DeploymentFailure, IOException {
        return look(paths, true);
    }

    /** What stands at the paths that are to stay as they are. */
    Map<OutputPath, Standing> ofStaying(Collection<OutputPath> paths)
            throws RemoteFailure, DeploymentFailure, IOException {
        return look(paths, false);
    }

    private Map<OutputPath, Standing> look(Collection<OutputPath> paths, boolean changing)
            throws RemoteFailure, DeploymentFailure, IOException {
        find(paths);
        Map<OutputPath, Standing> standing = new ConcurrentHashMap<>();
        List<OutputPath> doubtful = new ArrayList<>();
        for (OutputPath path : paths) {
            Optional<Standing> known = judge(path, changing);
            known.ifPresent(what -> standing.put(path, what));
            if (known.isEmpty()) {
                doubtful.add(path);
            }
        }
        crew.each(doubtful, (connection, path) -> standing.put(path, read(connection, path)));
        return new TreeMap<>(standing);
    }

    /** Empty where only the bytes can tell. */
    private Optional<Standing> judge(OutputPath path, boolean changing) {
        RemoteFile file = found.get(path);
        if (file == null) {
            return Optional.of(Standing.ABSENT);
        }
        if (file.type() == RemoteFile.Type.FOLDER) {
            return Optional.of(isFolderOfOurs(path) ? Standing.ABSENT : Standing.FOREIGN);
        }
        if (file.type() != RemoteFile.Type.FILE) {
            return Optional.of(Standing.FOREIGN);
        }
        Optional<Fingerprint> known = seen.find(path.text(), file);
        if (known.isPresent()) {
            return Optional.of(judge(path, known.get(), true));
        }
        if (candidates(path).stream().noneMatch(bytes -> bytes.size() == file.size())) {
            return Optional.of(Standing.FOREIGN);
        }
        return changing || (file.stamp().isPresent() && seen.knows(path.text()))
                ? Optional.empty()
                : Optional.of(Standing.WANTED);
    }

    private Standing judge(OutputPath path, Fingerprint bytes, boolean ours) {
        if (next.find(path).filter(bytes::equals).isPresent()) {
            return Standing.WANTED;
        }
        return ours || possible(path).contains(bytes) ? Standing.OURS : Standing.FOREIGN;
    }

    private Set<Fingerprint> possible(OutputPath path) {
        Set<Fingerprint> possible = new LinkedHashSet<>(owned.possible(path));
        possible.addAll(seen.former(path.text()));
        return possible;
    }

    private Set<Fingerprint> candidates(OutputPath path) {
        Set<Fingerprint> candidates = possible(path);
        next.find(path).ifPresent(candidates::add);
        return candidates;
    }

    private boolean isFolderOfOurs(OutputPath path) {
        return owned.paths().stream().anyMatch(file -> file.text().startsWith(path.text() + "/"));
    }

    private Standing read(Connection connection, OutputPath path) throws RemoteFailure {
        long largest =
                candidates(path).stream().mapToLong(Fingerprint::size).max().orElse(0);
        Optional<byte[]> bytes = connection.read(path.text(), largest);
        if (bytes.isEmpty()) {
            return Standing.ABSENT;
        }
        Fingerprint actual = Fingerprint.of(bytes.get());
        Standing standing = judge(path, actual, false);
        RemoteFile file = found.get(path);
        if (standing != Standing.FOREIGN && file != null) {
            seen.add(path.text(), actual, file);
        }
        return standing;
    }

    /** Asks the server, once for all if it can be, else each folder but once; below a folder that is not there nothing is asked. */
    private void find(Collection<OutputPath> paths) throws RemoteFailure, DeploymentFailure, IOException {
        if (paths.size() >= MANY) {
            Optional<NavigableMap<String, RemoteFile>> all = crew.ask(Connection::listAll);
            if (all.isPresent()) {
                paths.forEach(path -> in(all.get(), path.text()).ifPresent(file -> found.put(path, file)));
                return;
            }
        }
        Map<String, List<OutputPath>> byFolder = new TreeMap<>();
        paths.forEach(path ->
                byFolder.computeIfAbsent(path.folder(), f -> new ArrayList<>()).add(path));
        for (Set<String> level : crowded(paths)) {
            crew.each(level, (connection, folder) -> {
                if (!isAbsent(folder) && connection.look(folder).isEmpty()) {
                    absent.add(folder);
                }
            });
        }
        crew.each(byFolder.entrySet(), (connection, entry) -> find(connection, entry.getKey(), entry.getValue()));
    }

    private static Optional<RemoteFile> in(NavigableMap<String, RemoteFile> all, String path) {
        Optional<RemoteFile> file = Optional.ofNullable(all.get(path));
        String below = path + "/";
        return file.isPresent()
                ? file
                : Optional.ofNullable(all.ceilingKey(below))
                        .filter(next -> next.startsWith(below))
                        .map(next -> new RemoteFile(RemoteFile.Type.FOLDER, 0, Optional.empty()));
    }

    /** Folders with many of the paths below them, from the top down. */
    private static Collection<Set<String>> crowded(Collection<OutputPath> paths) {
        Map<String, Integer> counts = new HashMap<>();
        for (OutputPath path : paths) {
            for (String folder = path.folder(); !folder.isEmpty(); folder = OutputPath.folderOf(folder)) {
                counts.merge(folder, 1, Integer::sum);
            }
        }
        Map<Long, Set<String>> levels = new TreeMap<>();
        counts.forEach((folder, count) -> {
            if (count >= MANY) {
                levels.computeIfAbsent(folder.chars().filter(c -> c == '/').count(), depth -> new TreeSet<>())
                        .add(folder);
            }
        });
        return levels.values();
    }

    private boolean isAbsent(String folder) {
        for (String at = folder; !at.isEmpty(); at = OutputPath.folderOf(at)) {
            if (absent.contains(at)) {
                return true;
            }
        }
        return false;
    }

    private void find(Connection connection, String folder, List<OutputPath> paths) throws RemoteFailure {
        if (isAbsent(folder)) {
            return;
        }
        if (paths.size() < MANY) {
            for (OutputPath path : paths) {
                connection.look(path.text()).ifPresent(file -> found.put(path, file));
            }
            return;
        }
        Map<String, RemoteFile> names = connection.list(folder);
        for (OutputPath path : paths) {
            String name = path.text().substring(folder.isEmpty() ? 0 : folder.length() + 1);
            RemoteFile file = names.get(name);
            if (file != null) {
                found.put(path, file);
            }
        }
    }
}
