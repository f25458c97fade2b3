package prongsai.render;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.ParseError;
import org.jspecify.annotations.Nullable;
import prongsai.render.HtmlModel.Kind;
import prongsai.render.HtmlModel.Place;
import prongsai.render.HtmlModel.Rule;
import prongsai.source.ProblemCode;
import prongsai.source.Problems;
import prongsai.source.SourcePosition;

/**
 * Writes raw HTML anew, element by element, as far as it is allowed; whatever else it holds is left out and reported.
 * Nothing of the raw text is copied, so there is nothing in it for a browser to read in a second way.
 */
final class HtmlFilter {

    private final MarkdownLinks links;
    private final MarkdownTables tables;
    private final Problems problems;

    HtmlFilter(MarkdownLinks links, MarkdownTables tables, Problems problems) {
        this.links = links;
        this.tables = tables;
        this.problems = problems;
    }

    /**
     * Writes the pieces.
     *
     * @param inLink whether they stand inside a link, where another link cannot
     */
    void write(HtmlPieces pieces, boolean inLink, HtmlOut out) {
        new Walk(pieces, inLink).writeTo(out);
    }

    /** One way through one tree. */
    private final class Walk {

        private final HtmlPieces pieces;
        private final boolean inLink;
        private HtmlOut paragraph = new HtmlOut();

        Walk(HtmlPieces pieces, boolean inLink) {
            this.pieces = pieces;
            this.inLink = inLink;
        }

        void writeTo(HtmlOut out) {
            HtmlPieces.Tree tree = pieces.parse(single -> {
                HtmlOut alone = new HtmlOut();
                new Walk(single, inLink).writeTo(alone);
                return alone;
            });
            for (Node node : tree.nodes()) {
                if (pieces.areBetweenBlocks()) {
                    writeTop(node, out);
                } else {
                    write(node, Place.PHRASE, out);
                }
            }
            endParagraph(out);
            reportPassedOver(tree);
        }

        /** Words that stand alone between blocks become a paragraph, like any others. */
        private void writeTop(Node node, HtmlOut out) {
            if (node instanceof TextNode text) {
                paragraph.text(paragraph.isEmpty() ? text.getWholeText().stripLeading() : text.getWholeText());
            } else if (node instanceof Element element && isUnwrapped(element, Place.FLOW)) {
                report(element);
                element.childNodes().forEach(child -> writeTop(child, out));
            } else if (node instanceof Element element && isBlock(element)) {
                endParagraph(out);
                write(node, Place.FLOW, out);
            } else {
                write(node, Place.FLOW, paragraph);
            }
        }

        private void endParagraph(HtmlOut out) {
            paragraph.trimEnd();
            if (!paragraph.isEmpty()) {
                out.open("p").append(paragraph).close("p").line();
                paragraph = new HtmlOut();
            }
        }

        private void write(Node node, Place place, HtmlOut out) {
            boolean strict = !place.takes(Kind.WORDS);
            if (node instanceof TextNode text && !(strict && text.isBlank())) {
                if (strict) {
                    writeAsItem(node, place, out);
                } else if (place.takes(Kind.BLOCK)
                        && text.isBlank()
                        && text.getWholeText().contains("\n")) {
                    out.lineOnce();
                } else {
                    out.text(text.getWholeText());
                }
            } else if (node instanceof Element element) {
                if (strict && isContent(element)) {
                    writeAsItem(element, place, out);
                } else if (pieces.isHolder(element)) {
                    out.append(pieces.held(element));
                } else {
                    writeElement(element, place, out);
                }
            }
        }

        /** Words or blocks straight in a list get the item that they lack. */
        private void writeAsItem(Node node, Place place, HtmlOut out) {
            String item = place == Place.LIST ? "li" : "dd";
            if (place == Place.LIST || place == Place.TERMS) {
                out.open(item);
                write(node, Place.FLOW, out);
                out.close(item).line();
            }
        }

        private void writeElement(Element element, Place place, HtmlOut out) {
            String name = element.normalName();
            if (HtmlModel.isLeftOutWhole(name)) {
                report(element);
            } else if (isUnwrapped(element, place)) {
                report(element);
                element.childNodes().forEach(child -> write(child, place, out));
            } else if (name.equals("a")) {
                writeLink(element, out);
            } else if (name.equals("img")) {
                attributes(element);
                links.image(out, element.attr("src"), element.attr("alt"), title(element), at(element));
            } else {
                HtmlModel.rule(name).ifPresent(rule -> writeAllowed(element, rule, out));
            }
        }

        private void writeAllowed(Element element, Rule rule, HtmlOut out) {
            String name = element.normalName();
            String[] attributes = attributes(element);
            if (rule.isVoid()) {
                out.open(name, attributes);
                endBlock(rule, out);
                return;
            }
            HtmlOut content = new HtmlOut();
            element.childNodes().forEach(child -> write(child, rule.content(), content));
            if (content.isEmpty() && (rule.kind() == Kind.WORDS || name.equals("p"))) {
                return;
            }
            if (name.equals("table")) {
                tables.openRegion(out);
            }
            out.open(name, attributes);
            if (!rule.content().takes(Kind.WORDS) && rule.kind() != Kind.ROW) {
                out.line();
            } else if (name.equals("pre") && content.html().startsWith("\n")) {
                // A browser drops the first line break of a pre.
                out.label("\n");
            }
            out.append(content).close(name);
            endBlock(rule, out);
            if (name.equals("table")) {
                tables.closeRegion(out);
            }
        }

        private void endBlock(Rule rule, HtmlOut out) {
            if (rule.kind() == Kind.CELL) {
                out.gapText();
            } else if (rule.kind() != Kind.WORDS) {
                out.line();
            }
        }

        private void writeLink(Element element, HtmlOut out) {
            attributes(element);
            HtmlOut content = new HtmlOut();
            element.childNodes().forEach(child -> write(child, Place.PHRASE, content));
            if (content.hasLink()) {
                report(element);
                out.append(content);
            } else {
                links.link(out, element.attr("href"), title(element), content, at(element));
            }
        }

        private Optional<String> title(Element element) {
            return Optional.of(element.attr("title"));
        }

        /** The attributes that may stay; the others are reported. */
        private String[] attributes(Element element) {
            List<String> kept = new ArrayList<>();
            for (Attribute attribute : element.attributes()) {
                if (HtmlModel.allows(element, attribute)) {
                    kept.add(attribute.getKey());
                    kept.add(attribute.getValue());
                } else {
                    int start = attribute.sourceRange().nameRange().startPos();
                    report("<" + element.normalName() + " " + attribute.getKey() + ">", start);
                }
            }
            return kept.toArray(new String[0]);
        }

        /** Whether only what is in the element stays: it is not allowed at all, or not in this place. */
        private boolean isUnwrapped(Element element, Place place) {
            String name = element.normalName();
            if (HtmlModel.isLeftOutWhole(name) || pieces.isHolder(element)) {
                return false;
            }
            boolean incomplete = switch (name) {
                case "a" -> inLink || !element.hasAttr("href");
                case "img" -> !element.hasAttr("src");
                case "details" -> !"summary".equals(nameOf(element.firstElementChild()));
                case "summary" -> element.previousElementSibling() != null;
                default -> false;
            };
            return incomplete
                    || HtmlModel.rule(name)
                            .filter(rule -> place.takes(rule.kind()) && !reachesAround(rule, place, element))
                            .isEmpty();
        }

        private static String nameOf(@Nullable Element element) {
            return element == null ? "" : element.normalName();
        }

        /** A mark on words cannot reach around paragraphs. */
        private boolean reachesAround(Rule rule, Place place, Element element) {
            return rule.content() == Place.PHRASE
                    && place.takes(Kind.BLOCK)
                    && element.getAllElements().stream().skip(1).anyMatch(this::isBlock);
        }

        private boolean isBlock(Element element) {
            return pieces.isHolder(element)
                    ? pieces.areBetweenBlocks()
                    : HtmlModel.rule(element.normalName())
                            .filter(rule -> rule.kind() == Kind.BLOCK)
                            .isPresent();
        }

        private boolean isContent(Element element) {
            return isBlock(element)
                    || pieces.isHolder(element)
                    || HtmlModel.rule(element.normalName())
                            .filter(rule -> rule.kind() == Kind.WORDS)
                            .isPresent();
        }

        private SourcePosition at(Element element) {
            return pieces.position(element.sourceRange().startPos());
        }

        private void report(Element element) {
            report("<" + element.normalName() + ">", element.sourceRange().startPos());
        }

        private void report(String what, int offset) {
            problems.add(ProblemCode.UNSAFE_HTML, pieces.position(offset), HtmlText.excerpt(what));
        }

        /**
         * What a browser ignores is in no tree: a tag where it cannot stand, such as {@code <body onload>}, and a tag or
         * comment that does not end.
         */
        private void reportPassedOver(HtmlPieces.Tree tree) {
            Set<Integer> seen = new HashSet<>();
            for (Node top : tree.nodes()) {
                top.nodeStream(Element.class)
                        .forEach(e -> seen.add(e.sourceRange().endPos()));
            }
            for (ParseError error : tree.errors()) {
                String message = error.getErrorMessage();
                boolean passedOver = message.startsWith("Unexpected StartTag") && !seen.contains(error.getPosition());
                if (passedOver || message.startsWith("Unexpectedly reached end of file")) {
                    int start = pieces.tagStart(error.getPosition());
                    report("<" + pieces.tagName(start) + ">", start);
                }
            }
        }
    }
}
