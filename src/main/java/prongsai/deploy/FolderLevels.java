package prongsai.deploy;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import prongsai.site.OutputPath;

/** The folders that files are in, with those above them, by how deep they lie. */
record FolderLevels(SortedMap<Integer, SortedSet<String>> levels) {

    static FolderLevels of(Collection<OutputPath> files) {
        SortedMap<Integer, SortedSet<String>> levels = new TreeMap<>();
        for (OutputPath file : files) {
            add(file.folder(), levels);
        }
        return new FolderLevels(levels);
    }

    private static int add(String folder, SortedMap<Integer, SortedSet<String>> levels) {
        if (folder.isEmpty()) {
            return 0;
        }
        int depth = add(OutputPath.folderOf(folder), levels) + 1;
        levels.computeIfAbsent(depth, d -> new TreeSet<>()).add(folder);
        return depth;
    }

    boolean has(String folder) {
        return levels.values().stream().anyMatch(level -> level.contains(folder));
    }

    List<SortedSet<String>> outermostFirst() {
        return List.copyOf(levels.values());
    }

    List<SortedSet<String>> innermostFirst() {
        TreeMap<Integer, SortedSet<String>> sorted = new TreeMap<>(levels);
        return List.copyOf(sorted.descendingMap().values());
    }
}
