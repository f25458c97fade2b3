package prongsai.render;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import prongsai.source.ProblemCode;
import prongsai.source.Problems;
import prongsai.source.SourcePosition;

/** Writes the links and pictures of one text, in Markdown and in raw HTML alike: the only way by which an address gets out. */
final class MarkdownLinks {

    private final LinkResolver resolver;
    private final MarkdownHeadings headings;
    private final Problems problems;
    private final List<MarkdownHtml.Link> written = new ArrayList<>();
    private final Set<String> asked = new HashSet<>();

    MarkdownLinks(LinkResolver resolver, MarkdownHeadings headings, Problems problems) {
        this.resolver = resolver;
        this.headings = headings;
        this.problems = problems;
    }

    List<MarkdownHtml.Link> written() {
        return written;
    }

    /** Whether a link or picture of the text has this address. */
    boolean leadTo(String destination) {
        return asked.contains(destination);
    }

    /** Writes a link around its content, or the content alone if the link is unsafe or leads nowhere. */
    void link(HtmlOut out, String destination, Optional<String> title, HtmlOut content, SourcePosition at) {
        HtmlOut shown = content;
        if (content.isSilent()) {
            problems.add(ProblemCode.LINK_WITHOUT_TEXT, at, HtmlText.excerpt(destination));
            content.trimEnd();
            shown = content.text(HtmlText.excerpt(destination));
        }
        if (content.hasLink()) {
            out.append(shown);
            return;
        }
        LinkTarget target = targetOf(destination);
        if (target instanceof LinkTarget.Broken broken) {
            problems.add(broken.code(), at, broken.arguments().toArray());
            out.append(shown);
        } else if (target instanceof LinkTarget.Attachment file) {
            write(out, file.href(), title, file.fileName(), shown, at);
            out.label(" ")
                    .open("span", "class", "file-kind")
                    .label("(" + file.label() + ")")
                    .close("span");
        } else if (target instanceof LinkTarget.Page page) {
            write(out, page.href(), title, Optional.empty(), shown, at);
        } else if (target instanceof LinkTarget.External external) {
            write(out, external.href(), title, Optional.empty(), shown, at);
        }
    }

    /**
     * Writes an address that stands in the text itself. What is written on after it in Thai, without a space, is text.
     *
     * @param shown the address as written: the destination, or its end without the scheme
     */
    void address(HtmlOut out, String destination, String shown, SourcePosition at) {
        int end = HtmlUrl.endInText(shown);
        String address = destination.substring(0, destination.length() - shown.length() + end);
        link(out, address, Optional.empty(), new HtmlOut().text(shown.substring(0, end)), at);
        out.text(shown.substring(end));
    }

    private LinkTarget targetOf(String destination) {
        asked.add(destination);
        if (HtmlUrl.kindOf(destination) == HtmlUrl.Kind.UNSAFE) {
            return unsafe(destination);
        }
        if (destination.startsWith("#")) {
            Optional<String> here = headings.idOf(decode(destination.substring(1)));
            if (here.isPresent()) {
                return new LinkTarget.Page("#" + here.get());
            }
        }
        return resolver.link(destination);
    }

    private static LinkTarget.Broken unsafe(String destination) {
        return new LinkTarget.Broken(ProblemCode.UNSAFE_LINK, HtmlText.excerpt(destination));
    }

    /** Percent signs that encode nothing stay as they are. */
    private static String decode(String fragment) {
        try {
            return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return fragment;
        }
    }

    /** The resolver's answer is looked at again: nothing unsafe is written, whoever says so. */
    private void write(
            HtmlOut out,
            String href,
            Optional<String> title,
            Optional<String> saveAs,
            HtmlOut content,
            SourcePosition at) {
        HtmlUrl.Kind kind = HtmlUrl.kindOf(href);
        if (kind == HtmlUrl.Kind.UNSAFE) {
            problems.add(ProblemCode.UNSAFE_LINK, at, HtmlText.excerpt(href));
            out.append(content);
            return;
        }
        String address = HtmlUrl.encode(href);
        List<String> attributes = new ArrayList<>(List.of("href", address));
        if (kind == HtmlUrl.Kind.WEB) {
            attributes.addAll(List.of("rel", "noopener"));
        }
        saveAs.ifPresent(name -> attributes.addAll(List.of("download", name)));
        title.filter(t -> !t.isBlank()).ifPresent(t -> attributes.addAll(List.of("title", t)));
        out.open("a", attributes.toArray(new String[0])).append(content).close("a");
        written.add(new MarkdownHtml.Link(address, at));
    }

    /**
     * Writes a picture, or its description alone if the picture stands on another server (a reader's visit would be
     * told to it) or nowhere.
     *
     * @param alt what the picture shows; empty is a problem, because a blind reader then has nothing
     * @return whether the picture was written
     */
    boolean image(HtmlOut out, String source, String alt, Optional<String> title, SourcePosition at) {
        ImageTarget target = pictureOf(source);
        if (target instanceof ImageTarget.Picture picture && HtmlUrl.kindOf(picture.src()) != HtmlUrl.Kind.LOCAL) {
            target = unsafe(picture.src());
        }
        if (target instanceof LinkTarget.Broken broken) {
            problems.add(broken.code(), at, broken.arguments().toArray());
            out.text(alt);
            return false;
        }
        ImageTarget.Picture picture = (ImageTarget.Picture) target;
        if (alt.isBlank()) {
            problems.add(ProblemCode.MISSING_ALT, at, HtmlText.excerpt(source));
        }
        List<String> attributes = new ArrayList<>(List.of("src", HtmlUrl.encode(picture.src()), "alt", alt));
        picture.size()
                .ifPresent(s -> attributes.addAll(
                        List.of("width", Integer.toString(s.width()), "height", Integer.toString(s.height()))));
        attributes.addAll(List.of("loading", "lazy"));
        title.filter(t -> !t.isBlank()).ifPresent(t -> attributes.addAll(List.of("title", t)));
        out.image(alt, attributes.toArray(new String[0]));
        return true;
    }

    /** Writes a picture with a caption, which as a tooltip few readers would ever see. */
    void figure(HtmlOut out, String source, String alt, String caption, SourcePosition at) {
        HtmlOut picture = new HtmlOut();
        if (image(picture, source, alt, Optional.empty(), at)) {
            out.open("figure").line().append(picture).line();
            out.open("figcaption")
                    .text(caption)
                    .close("figcaption")
                    .line()
                    .close("figure")
                    .line();
        } else if (!picture.isEmpty()) {
            out.open("p").append(picture).close("p").line();
        }
    }

    private ImageTarget pictureOf(String source) {
        asked.add(source);
        return switch (HtmlUrl.kindOf(source)) {
            case LOCAL -> resolver.image(source);
            case WEB -> new LinkTarget.Broken(ProblemCode.REMOTE_IMAGE, HtmlText.excerpt(source));
            default -> unsafe(source);
        };
    }
}
