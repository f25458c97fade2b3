package prongsai.build;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import prongsai.check.Guard;
import prongsai.content.Content;
import prongsai.content.ContentReader;
import prongsai.content.Entry;
import prongsai.model.FilePath;
import prongsai.model.HeadedRecord;
import prongsai.model.PublicRecord;
import prongsai.model.RecordId;
import prongsai.model.RecordState;
import prongsai.render.RenderException;
import prongsai.render.ShareTexts;
import prongsai.source.Nearest;
import prongsai.source.Problem;
import prongsai.source.ProblemCode;
import prongsai.source.Problems;
import prongsai.source.Severity;
import prongsai.source.SourceFile;
import prongsai.source.SourcePosition;

/**
 * Writes the texts by which one record is made known.
 *
 * <pre>{@code
 * ShareReport report = SiteShare.run(new ShareOptions(inputs, "announcements/2563/no-gift", kinds));
 * }</pre>
 */
public final class SiteShare {

    private static final String SITE = "site.yaml";

    private final ShareOptions options;
    private final Problems problems = new Problems();

    private SiteShare(ShareOptions options) {
        this.options = options;
    }

    /**
     * Reads the content and writes; nothing is published. Mistakes in other records do not matter here.
     *
     * @throws BuildFailure for reasons outside the content
     */
    public static ShareReport run(ShareOptions options) throws BuildFailure {
        return new SiteShare(options).share();
    }

    private ShareReport share() throws BuildFailure {
        Content content = read();
        String name = name(options.record(), options.inputs().contentName());
        List<Problem> wrong = wrong(content, name);
        if (!wrong.isEmpty()) {
            return new ShareReport.Wrong(wrong);
        }
        Optional<Entry<? extends PublicRecord>> entry = content.records()
                .filter(e -> e.record().id().path().equals(name))
                .findFirst();
        if (entry.isEmpty()) {
            return new ShareReport.Unknown(nearest(name, content));
        }
        Optional<RecordState> state = entry.map(Entry::record)
                .filter(HeadedRecord.class::isInstance)
                .map(r -> ((HeadedRecord) r).header().state());
        if (state.equals(Optional.of(RecordState.DRAFT))) {
            return new ShareReport.Draft(name);
        }
        if (state.equals(Optional.of(RecordState.REVOKED))) {
            return new ShareReport.Revoked(name);
        }
        return write(content, entry.get());
    }

    private Content read() throws BuildFailure {
        try {
            return ContentReader.read(
                    options.inputs().content(), options.inputs().contentName(), problems);
        } catch (IOException e) {
            throw BuildFailure.of(
                    BuildFailure.Reason.CONTENT_UNREADABLE, options.inputs().contentName(), e);
        }
    }

    /** The record's name out of what was typed: with the content folder, an extension, {@code index}, other slashes. */
    static String name(String typed, String contentName) {
        String path = typed.strip().replace('\\', '/').replaceAll("/+", "/").replaceFirst("^(\\./)+", "");
        for (String folder : List.of(contentName + "/", "content/")) {
            if (path.startsWith(folder)) {
                path = path.substring(folder.length());
                break;
            }
        }
        return path.replaceFirst("/+$", "").replaceFirst("\\.(md|json)$", "").replaceFirst("/index$", "");
    }

    /** The errors of the record's own file and of {@code site.yaml}. */
    private List<Problem> wrong(Content content, String name) {
        return problems.sorted().stream()
                .filter(p -> p.severity() == Severity.ERROR)
                .filter(p -> isOf(p.position().file(), content, name))
                .toList();
    }

    private static boolean isOf(String file, Content content, String name) {
        return file.equals(content.shown(new FilePath(SITE)))
                || name(file, content.displayRoot()).equals(name);
    }

    private static Optional<String> nearest(String name, Content content) {
        List<String> names =
                content.records().map(e -> e.record().id()).map(RecordId::path).toList();
        return Nearest.path(name, names).or(() -> Nearest.of(name, names));
    }

    private ShareReport write(Content content, Entry<? extends PublicRecord> entry) throws BuildFailure {
        Guard guard = Guard.of(content, options.inputs().today());
        List<ShareReport.Text> texts = new ArrayList<>();
        Problems found = new Problems();
        try {
            ShareTexts share = new ShareTexts(
                    Templates.of(options.inputs()).engine(), content.agency().record());
            for (ShareTexts.Kind kind : options.kinds()) {
                String text = share.text(kind, entry);
                guard.refuse(new SourceFile(template(kind.template()), text), found);
                texts.add(new ShareReport.Text(kind, text));
            }
        } catch (RenderException e) {
            SourcePosition position = new SourcePosition(template(e.template()), e.line(), e.column());
            found.add(ProblemCode.BAD_TEMPLATE, position, e.reason().replaceFirst("\\.$", ""));
        }
        if (found.sorted().isEmpty()) {
            return new ShareReport.Ready(texts);
        }
        // Where it stands in what the officer wrote is where it can be taken away.
        Problems written = new Problems();
        guard.refuse(entry.source(), written);
        return new ShareReport.Wrong(written.sorted().isEmpty() ? found.sorted() : written.sorted());
    }

    private String template(String path) {
        return options.inputs().templates().map(t -> t + "/").orElse("templates/") + path;
    }
}
