package prongsai.render;

import java.util.List;
import java.util.Optional;
import prongsai.render.FrameView.Link;

/** Views of the components: ready words and addresses, nothing to work out. Empty text leaves its place out. */
final class Parts {

    private Parts() {}

    /** A status sign with its word; the status is a name that the component {@code status-chip} knows. */
    record Mark(String status, String label) {
        Mark(String status) {
            this(status, "");
        }
    }

    /** One entry of a list of records. */
    record Row(
            String title,
            String href,
            String date,
            String isoDate,
            String kind,
            String unit,
            String summary,
            String status,
            String statusLabel) {

        /** As it stands before newer records. */
        Row pinned() {
            return new Row(title, href, date, isoDate, kind, unit, summary, "pinned", statusLabel);
        }
    }

    /** A large figure. */
    record Figure(String label, String value, String plain, String unit, String note, Optional<Link> link) {}

    /** A line of facts about a record; without text it is a gap. */
    record Fact(String label, String text, String href, String isoDate) {
        Fact(String label, String text) {
            this(label, text, "", "");
        }
    }

    /** A file to download. */
    record Download(String title, String href, String type, String size, String download, String warning) {}

    /** Where a record was made known; a gap where the agency has the channel and its address is not known. */
    record MadeKnown(String name, String href, String detail, String gap) {}

    /** What is pinned to the board; the frame gives the agency, the address and its code. */
    record Notice(String kind, String title, String summary, List<Fact> facts) {}

    /** Who signed. */
    record Signer(String name, String position) {}

    /** Where a record comes from. */
    record SourceNote(String title, String part, String href, String change) {}

    /** A step of a pager; without an address a gap in the numbers. */
    record PageLink(String label, String href, boolean current) {}

    /** The pages of a long list. */
    record Pager(List<PageLink> pages, Optional<Link> previous, Optional<Link> next) {
        static final Pager NONE = new Pager(List.of(), Optional.empty(), Optional.empty());
    }

    /** A section of a text, for a table of contents. */
    record Contents(String label, String href, String note, List<Contents> entries) {}
}
