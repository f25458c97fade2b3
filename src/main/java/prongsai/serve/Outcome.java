package prongsai.serve;

import java.util.List;

/** What came of one build. */
public sealed interface Outcome {

    /** Problems, in the order in which they are told. */
    List<Notice> notices();

    /**
     * The folder holds the site as it is now.
     *
     * @param basePath the path that the site lives under, percent-encoded, from {@code /} to {@code /}
     * @param changed whether any file of the site is another than before
     */
    record Published(String basePath, boolean changed, List<Notice> notices) implements Outcome {
        public Published {
            if (UrlPath.parse(basePath).filter(UrlPath::folder).isEmpty()) {
                throw new IllegalArgumentException("not a path of a folder: " + basePath);
            }
            notices = List.copyOf(notices);
        }
    }

    /** Not all was made that follows from a change, since there is another; the build after this one tells. */
    record Outdated() implements Outcome {
        @Override
        public List<Notice> notices() {
            return List.of();
        }
    }

    /** The folder is as it was before. */
    record Refused(List<Notice> notices) implements Outcome {
        public Refused {
            notices = List.copyOf(notices);
        }
    }
}
