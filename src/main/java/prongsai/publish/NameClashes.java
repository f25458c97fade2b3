package prongsai.publish;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import prongsai.site.OutputFile;
import prongsai.site.OutputPath;

/**
 * Finds files that cannot stand side by side everywhere: an officer's Windows folds {@code A} and {@code a} into one name,
 * the web server does not, and a site published from there would lose one of them.
 */
final class NameClashes {

    /** By folded name, the first file that used it, for itself or for a folder. */
    private final Map<String, OutputPath> uses;

    private final Set<String> folders = new HashSet<>();

    private NameClashes(int files) {
        this.uses = new HashMap<>(files * 2);
    }

    static void refuse(Collection<OutputFile> files) throws PublishFailure {
        NameClashes clashes = new NameClashes(files.size() * 2);
        for (OutputFile file : files) {
            clashes.useFolder(file.path().folder(), file.path());
            clashes.use(file.path().text(), file.path());
        }
    }

    private void useFolder(String folder, OutputPath by) throws PublishFailure {
        // Where a folder is known, those above it are.
        if (!folder.isEmpty() && folders.add(folder)) {
            useFolder(OutputPath.folderOf(folder), by);
            use(folder, by);
        }
    }

    private void use(String name, OutputPath by) throws PublishFailure {
        OutputPath first = uses.putIfAbsent(name.toLowerCase(Locale.ROOT), by);
        if (first != null) {
            throw new PublishFailure(PublishFailure.Reason.NAME_CLASH, List.of(first.text(), by.text()));
        }
    }
}
