package prongsai.cli;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import prongsai.build.BuildFailure;
import prongsai.build.Inputs;
import prongsai.build.ShareOptions;
import prongsai.build.ShareReport;
import prongsai.build.SiteShare;
import prongsai.render.ShareTexts;

/** The texts of one record, printed to be copied: nothing but them goes to standard output. */
final class Sharing {

    private final Surroundings surroundings;
    private final Console console;
    private final Folders folders;

    Sharing(Surroundings surroundings, Console console) {
        this.surroundings = surroundings;
        this.console = console;
        this.folders = new Folders(surroundings);
    }

    ExitCode share(Request.Share request) throws Stopped {
        Request.Sources sources = request.sources();
        Inputs inputs = new Inputs(
                folders.content(sources.content()),
                Folders.name(sources.content()),
                folders.templates(sources.templates()),
                sources.today()
                        .orElseGet(() -> LocalDate.ofInstant(
                                surroundings.clock().instant(),
                                surroundings.clock().getZone())));
        List<ShareTexts.Kind> kinds =
                request.only().map(List::of).orElseGet(() -> Arrays.asList(ShareTexts.Kind.values()));
        ShareReport report = run(new ShareOptions(inputs, request.record(), kinds));
        if (report instanceof ShareReport.Ready ready) {
            console.texts(ready.texts(), request.only().isEmpty());
            return ExitCode.DONE;
        }
        if (report instanceof ShareReport.Wrong wrong) {
            console.complain(wrong.problems());
            return ExitCode.CONTENT_ERRORS;
        }
        throw refusal(report, request.record());
    }

    private static ShareReport run(ShareOptions options) throws Stopped {
        try {
            return SiteShare.run(options);
        } catch (BuildFailure e) {
            throw Building.stopped(e);
        }
    }

    private static Stopped refusal(ShareReport report, String typed) {
        if (report instanceof ShareReport.Draft draft) {
            return Stopped.byContent("share-draft", draft.name());
        }
        if (report instanceof ShareReport.Revoked revoked) {
            return Stopped.byContent("share-revoked", revoked.name());
        }
        return Stopped.byUsage(
                "share-unknown", typed, ((ShareReport.Unknown) report).nearest().orElse(""));
    }
}
