package prongsai.serve;

import java.nio.charset.StandardCharsets;
import java.util.List;
import prongsai.serve.LiveSite.State;
import prongsai.source.SourcePosition;
import prongsai.source.StableName;

/** The page that is shown while there is no good version of the site: what stands in its way. */
final class ProblemPage {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:;"
                    + " base-uri 'none'; form-action 'none'";

    private ProblemPage() {}

    static byte[] of(State state, Words words) {
        List<Notice> listed = Told.listed(state.notices());
        StringBuilder html = new StringBuilder();
        html.append("<!DOCTYPE html>\n<html lang=\"").append(words.language()).append("\">\n<head>\n");
        html.append("<meta charset=\"utf-8\">\n");
        html.append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
                .append(POLICY)
                .append("\">\n");
        html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.append("<title>").append(escaped(words.title())).append("</title>\n");
        html.append("<link rel=\"icon\" href=\"data:,\">\n");
        html.append("<link rel=\"stylesheet\" href=\"")
                .append(ClientFiles.STYLE)
                .append("\">\n");
        html.append("<script src=\"")
                .append(ClientFiles.SCRIPT)
                .append("\" data-version=\"")
                .append(state.version())
                .append("\" data-told=\"")
                .append(state.told())
                .append("\" defer></script>\n</head>\n");
        html.append("<body class=\"page\">\n<main>\n<h1>")
                .append(escaped(words.title()))
                .append("</h1>\n");
        html.append("<p class=\"count\">")
                .append(escaped(words.count(state.notices())))
                .append("</p>\n");
        html.append("<p>").append(escaped(words.nothing())).append("</p>\n<ol class=\"notices\">\n");
        listed.forEach(notice -> html.append(item(notice, words)));
        html.append("</ol>\n");
        if (state.notices().size() > listed.size()) {
            String more = words.more().apply(state.notices().size() - listed.size());
            html.append("<p>").append(escaped(more)).append("</p>\n");
        }
        return html.append("</main>\n</body>\n</html>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String item(Notice notice, Words words) {
        String place = notice.place().map(SourcePosition::toString).orElse("");
        return "<li class=\"" + StableName.of(notice.severity()) + "\"><p class=\"where\"><b>"
                + escaped(words.of(notice.severity())) + "</b> <code>" + escaped(place) + "</code></p>\n<p class=\"what\">"
                + escaped(notice.what()) + "</p>\n<p class=\"hint\"><b>" + escaped(words.hint()) + "</b> "
                + escaped(notice.hint()) + "</p></li>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
