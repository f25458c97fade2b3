package prongsai.content;

import java.nio.file.Path;
import prongsai.model.FilePath;

/**
 * A content folder.
 *
 * @param location its real path
 * @param displayRoot how the officer names it; may be empty
 */
record ContentRoot(Path location, String displayRoot) {

    /** A path as the officer would type it. */
    String show(FilePath path) {
        return displayRoot.isEmpty() ? path.path() : displayRoot + "/" + path.path();
    }
}
