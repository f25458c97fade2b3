package prongsai.serve;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import prongsai.serve.LiveSite.State;
import prongsai.source.SourcePosition;
import prongsai.source.StableName;

/** The page that is shown while there is no good version of the site: what stands in its way. */
final class ProblemPage {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; font-src 'self'; img-src 'self' data:;"
                    + " base-uri 'none'; form-action 'none'";

    private ProblemPage() {}

    static byte[] of(State state, Words words) {
        List<Notice> listed = Told.listed(state.notices());
        String items = listed.stream().map(notice -> item(notice, words)).collect(Collectors.joining());
        int more = state.notices().size() - listed.size();
        return ("""
                <!DOCTYPE html>
                <html lang="@language">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="@policy">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>@title</title>
                <link rel="icon" href="data:,">
                <link rel="stylesheet" href="@style">
                <script src="@script" data-version="@version" data-told="@told" defer></script>
                </head>
                <body class="page">
                <main>
                <h1>@title</h1>
                <p class="count">@count</p>
                <p>@nothing</p>
                <ol class="notices">
                """.replace("@language", words.language())
                                .replace("@policy", POLICY)
                                .replace("@title", escaped(words.title()))
                                .replace("@style", ClientFiles.STYLE)
                                .replace("@script", ClientFiles.SCRIPT)
                                .replace("@version", state.version())
                                .replace("@told", Integer.toString(state.told()))
                                .replace("@count", escaped(words.count(state.notices())))
                                .replace("@nothing", escaped(words.nothing()))
                        + items
                        + "</ol>\n"
                        + (more > 0 ? "<p>" + escaped(words.more().apply(more)) + "</p>\n" : "")
                        + "</main>\n</body>\n</html>\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String item(Notice notice, Words words) {
        String place = notice.place().map(SourcePosition::toString).orElse("");
        return "<li class=\"" + StableName.of(notice.severity()) + "\"><p class=\"where\"><b>"
                + escaped(words.of(notice.severity())) + "</b> <code>" + escaped(place)
                + "</code></p>\n<p class=\"what\">"
                + escaped(notice.what()) + "</p>\n<p class=\"hint\"><b>" + escaped(words.hint()) + "</b> "
                + escaped(notice.hint()) + "</p></li>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
