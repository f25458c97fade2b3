package prongsai.render;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import prongsai.source.ProblemCode;

/** Where a link leads. */
public sealed interface LinkTarget {

    /** A page of this site or a place on one: {@code ../no-gift/#ขอบเขต}. */
    record Page(String href) implements LinkTarget {}

    /**
     * A file to open or keep (เอกสารแนบ).
     *
     * @param fileName the name under which a browser saves it, where that differs from its name on the site
     * @param label what a reader should know before opening it: {@code PDF, ๒๐๐ กิโลไบต์}
     */
    record Attachment(String href, Optional<String> fileName, String label) implements LinkTarget {}

    /** Another site, an e-mail address or a telephone number. */
    record External(String href) implements LinkTarget {}

    /**
     * Leads nowhere: only the link's text stays.
     *
     * @param arguments of the problem
     */
    record Broken(ProblemCode code, List<String> arguments) implements LinkTarget, ImageTarget {
        public Broken {
            arguments = List.copyOf(arguments);
        }

        public Broken(ProblemCode code, String... arguments) {
            this(code, Arrays.asList(arguments));
        }
    }
}
