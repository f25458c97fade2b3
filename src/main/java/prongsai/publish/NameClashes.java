package prongsai.publish;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import prongsai.site.OutputFile;
import prongsai.site.OutputPath;

/**
 * Finds files that cannot stand side by side everywhere: an officer's Windows folds {@code A} and {@code a} into one name,
 * the web server does not, and a site published from there would lose one of them.
 */
final class NameClashes {

    /** What a folded name was first used for. */
    private record Use(String name, boolean folder, OutputPath by) {}

    private final Map<String, Use> uses = new HashMap<>();

    static void refuse(Collection<OutputFile> files) throws PublishFailure {
        NameClashes clashes = new NameClashes();
        for (OutputFile file : files) {
            for (String folder : file.path().folders()) {
                clashes.use(folder, true, file.path());
            }
            clashes.use(file.path().text(), false, file.path());
        }
    }

    private void use(String name, boolean folder, OutputPath by) throws PublishFailure {
        Use first = uses.putIfAbsent(name.toLowerCase(Locale.ROOT), new Use(name, folder, by));
        if (first != null && !(folder && first.folder() && first.name().equals(name))) {
            throw new PublishFailure(
                    PublishFailure.Reason.NAME_CLASH, List.of(first.by().text(), by.text()));
        }
    }
}
