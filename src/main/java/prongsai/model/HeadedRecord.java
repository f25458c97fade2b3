package prongsai.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A record written in Markdown with front matter; the text itself stays in its file. */
public sealed interface HeadedRecord extends PublicRecord permits Announcement, Memo, NewsItem, Service, StandingPage {

    Header header();

    @Override
    default String title() {
        return header().title();
    }

    @Override
    default Optional<LocalDate> date() {
        return header().date();
    }

    @Override
    default Optional<LocalDate> updated() {
        return header().updated();
    }

    @Override
    default Optional<Source> source() {
        return header().source();
    }

    @Override
    default List<String> formerly() {
        return header().formerly();
    }

    @Override
    default List<Claim> discloses() {
        return header().discloses();
    }

    @Override
    default Optional<FiscalYear> fiscalYear() {
        return header().servedYear();
    }

    @Override
    default Optional<Period> period() {
        return header().period();
    }

    @Override
    default boolean isPinned() {
        return header().pinned() && isInForce();
    }

    @Override
    default boolean isInForce() {
        return header().state() == RecordState.ISSUED;
    }
}
