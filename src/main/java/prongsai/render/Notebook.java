package prongsai.render;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import prongsai.model.FilePath;
import prongsai.source.Problems;

/**
 * What comes up while a page is made, beside the page: noted by whoever meets it, however deep, for the page that its thread
 * is at work on.
 */
final class Notebook {

    private final ThreadLocal<Notes> open = ThreadLocal.withInitial(Notes::new);

    /**
     * The notes on a page.
     *
     * @param asked each path of the content folder that was looked up, whether there is anything or not
     * @param links those of the record's text, with their places
     * @param problems of the record's text
     */
    record Notes(SortedSet<FilePath> asked, List<MarkdownHtml.Link> links, Problems problems) {
        Notes() {
            this(new TreeSet<>(), new ArrayList<>(), new Problems());
        }
    }

    /** Begins a page. */
    Notes begin() {
        open.remove();
        return open.get();
    }

    /** The notes on the page at work. */
    Notes notes() {
        return open.get();
    }
}
