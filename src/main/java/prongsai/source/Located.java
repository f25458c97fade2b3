package prongsai.source;

import java.nio.file.Path;

/** A file of which it is known where it lies. Both are put together when somebody asks: there are many files. */
public interface Located {

    /** How the officer names the file, with {@code /} between names. */
    String shown();

    /** Where it lies on disk. */
    Path location();

    /** A file on its own. */
    static Located at(Path location, String shown) {
        return new LocatedAlone(location, shown);
    }
}
