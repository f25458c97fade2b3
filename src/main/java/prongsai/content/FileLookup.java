package prongsai.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import prongsai.model.FilePath;

/** The files that one record asks for: what it is depends on which of them are there. */
final class FileLookup {

    private final ContentTree tree;
    private final List<FilePath> found = new ArrayList<>(0);
    private boolean missed;

    FileLookup(ContentTree tree) {
        this.tree = tree;
    }

    Optional<ContentFile> file(FilePath path) {
        Optional<ContentFile> file = tree.file(path);
        file.ifPresentOrElse(f -> found.add(f.path()), () -> missed = true);
        return file;
    }

    /** The paths of all files, to find the one that was meant. */
    List<String> known() {
        return tree.files().keySet().stream().map(FilePath::path).toList();
    }

    /** The files that were asked for and are there. */
    List<FilePath> found() {
        return found;
    }

    /** Whether a file was asked for that is not there. */
    boolean missed() {
        return missed;
    }
}
