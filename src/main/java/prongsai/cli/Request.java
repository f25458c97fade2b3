package prongsai.cli;

import java.time.LocalDate;
import java.util.Optional;
import prongsai.model.FiscalYear;
import prongsai.render.ShareTexts;

/** What was asked for on the command line. */
sealed interface Request {

    /** What every command that builds a site is told. */
    record Sources(String content, Optional<String> templates, Optional<LocalDate> today) {}

    /**
     * A build.
     *
     * @param quiet says nothing but errors
     * @param dryRun says what would change, and changes nothing
     * @param clean makes everything anew, whatever is remembered of earlier builds
     */
    record Build(Sources sources, String out, boolean quiet, boolean dryRun, boolean clean) implements Request {}

    /**
     * A check of everything, without publishing.
     *
     * @param year whose items are looked for; the current one where absent
     * @param json the report as data
     * @param strict warnings count as errors do
     */
    record Check(Sources sources, Optional<FiscalYear> year, boolean json, boolean external, boolean strict)
            implements Request {}

    /**
     * A permission to publish what the guard refuses.
     *
     * @param place as a finding names it: a file, or a file and a line
     * @param until last day of the permission
     */
    record Allow(Sources sources, String place, String reason, String by, Optional<LocalDate> until)
            implements Request {}

    /**
     * A look at the site before it is published.
     *
     * @param port 0..65535; 0 takes any that is free
     */
    record Serve(Sources sources, int port) implements Request {}

    /**
     * Texts by which a record is made known.
     *
     * @param record as typed
     * @param only the one text that is wanted; all of them where absent
     */
    record Share(Sources sources, String record, Optional<ShareTexts.Kind> only) implements Request {}

    /**
     * A publication to a web server.
     *
     * @param target name or address; the only one there is where absent
     * @param verify {@link #SAMPLE} or {@link #ALL} of the site is fetched afterwards as visitors get it
     * @param rollback puts back the publication before
     */
    record Publish(
            Optional<String> target,
            String content,
            String out,
            boolean dryRun,
            Optional<String> verify,
            boolean rollback,
            boolean force)
            implements Request {

        static final String SAMPLE = "sample";
        static final String ALL = "all";
    }

    /**
     * The finished site as one file.
     *
     * @param file the ZIP
     * @param key private SSH key to sign it with
     */
    record Pack(String out, String file, Optional<String> key) implements Request {}

    /**
     * How something is used.
     *
     * @param topic the command to be explained, or {@code prongsai}
     */
    record Help(String topic) implements Request {}

    record Version() implements Request {}

    /** No command at all. */
    record Nothing() implements Request {}
}
