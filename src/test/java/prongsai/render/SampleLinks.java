package prongsai.render;

import java.util.Optional;
import prongsai.source.ProblemCode;

/** Resolves by looking at the address alone: {@code missing} is nowhere, {@code .md} a page, {@code .pdf} and such a file. */
final class SampleLinks implements LinkResolver {

    @Override
    public LinkTarget link(String destination) {
        if (destination.contains("missing") || destination.equals("#ไม่มี")) {
            return new LinkTarget.Broken(ProblemCode.LINK_DEAD, destination);
        }
        if (destination.matches("(?s)[a-zA-Z]+:.*")) {
            return new LinkTarget.External(destination);
        }
        if (destination.endsWith(".pdf")) {
            String name = destination.substring(destination.lastIndexOf('/') + 1);
            return new LinkTarget.Attachment("../files/x-1a2b.pdf", Optional.of(name), "PDF, ๒๐๐ กิโลไบต์");
        }
        return new LinkTarget.Page(destination.replace(".md", "/"));
    }

    @Override
    public ImageTarget image(String destination) {
        if (destination.contains("missing")) {
            return new LinkTarget.Broken(ProblemCode.MISSING_ATTACHMENT, destination);
        }
        return new ImageTarget.Picture(destination, Optional.of(new ImageTarget.Size(320, 200)));
    }
}
