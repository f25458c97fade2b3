package prongsai.source;

import java.nio.file.Path;

/** A file that has no others beside it. */
record LocatedAlone(Path location, String shown) implements Located {}
