package prongsai.render;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Content Security Policy that the frame of all pages carries. A municipality may have its own frame, so it is read
 * from there, and a web server that repeats it never stops what the pages allow.
 */
public final class PagePolicy {

    private static final String LAYOUT = "layouts/base.ftlh";

    private static final Pattern META =
            Pattern.compile("<meta\\s+http-equiv=\"Content-Security-Policy\"\\s+content=\"([^\"]*)\"");

    /** What means the same in the settings of every web server. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9 '*.:/;_=+-]+");

    private PagePolicy() {}

    /**
     * The policy, on one line; empty where the frame has none, several, or one that is made anew for each page.
     *
     * @throws IOException if the template cannot be read
     */
    public static Optional<String> of(TemplateFiles templates) throws IOException {
        Matcher metas = META.matcher(templates.readText(LAYOUT));
        if (!metas.find()) {
            return Optional.empty();
        }
        String policy = metas.group(1).strip().replaceAll("\\s+", " ");
        return PLAIN.matcher(policy).matches() && !metas.find() ? Optional.of(policy) : Optional.empty();
    }
}
