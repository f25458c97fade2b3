package prongsai.render;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Safelist;

/**
 * Which raw HTML a text may hold: marks on words, tables, lists, details. A small part of HTML's content model, because
 * an element in a place where a browser does not expect it moves, or closes, the elements around it.
 */
final class HtmlModel {

    /** What an element is; and so in which places it may stand. */
    enum Kind {
        WORDS,
        BLOCK,
        ITEM,
        TERM,
        CAPTION,
        ROWS,
        ROW,
        CELL,
        SUMMARY
    }

    /** What may stand inside an element. */
    enum Place {
        PHRASE,
        FLOW,
        DETAILS,
        LIST,
        TERMS,
        TABLE,
        ROWS,
        ROW,
        NOTHING;

        boolean takes(Kind kind) {
            return switch (this) {
                case PHRASE -> kind == Kind.WORDS;
                case FLOW -> kind == Kind.WORDS || kind == Kind.BLOCK;
                case DETAILS -> kind == Kind.WORDS || kind == Kind.BLOCK || kind == Kind.SUMMARY;
                case LIST -> kind == Kind.ITEM;
                case TERMS -> kind == Kind.TERM;
                case TABLE -> kind == Kind.CAPTION || kind == Kind.ROWS;
                case ROWS -> kind == Kind.ROW;
                case ROW -> kind == Kind.CELL;
                case NOTHING -> false;
            };
        }
    }

    /** An element: what it is, and what may stand in it. */
    record Rule(Kind kind, Place content) {
        boolean isVoid() {
            return content == Place.NOTHING;
        }
    }

    /** Elements whose content is not for reading: they go with everything in them. */
    private static final Set<String> LEFT_OUT_WHOLE =
            Set.of(("script style template noscript iframe frame frameset noframes"
                            + " noembed object embed applet svg math canvas audio video head title select textarea")
                    .split(" ", -1));

    private static final Map<String, Rule> RULES = rules();

    private static final Safelist SAFELIST = new Safelist()
            .addTags(RULES.keySet().toArray(new String[0]))
            .addAttributes(":all", "lang")
            .addAttributes("a", "href", "title")
            .addAttributes("abbr", "title")
            .addAttributes("dfn", "title")
            .addAttributes("img", "src", "alt", "title")
            .addAttributes("ol", "start", "type", "reversed")
            .addAttributes("li", "value")
            .addAttributes("details", "open")
            .addAttributes("td", "colspan", "rowspan")
            .addAttributes("th", "colspan", "rowspan", "scope");

    private static final Map<String, Pattern> VALUES = Map.of(
            "lang", Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}"),
            "start", Pattern.compile("-?[0-9]{1,6}"),
            "value", Pattern.compile("-?[0-9]{1,6}"),
            "type", Pattern.compile("[1aAiI]"),
            "colspan", Pattern.compile("[1-9][0-9]?"),
            "rowspan", Pattern.compile("[1-9][0-9]?"),
            "scope", Pattern.compile("(row|col)(group)?"));

    private HtmlModel() {}

    private static Map<String, Rule> rules() {
        Map<String, Rule> rules = new HashMap<>();
        Rule mark = new Rule(Kind.WORDS, Place.PHRASE);
        allow(rules, mark, "a abbr b cite code del dfn em i ins kbd mark q s samp small span strong sub sup u var");
        allow(rules, new Rule(Kind.WORDS, Place.NOTHING), "br wbr img");
        allow(rules, new Rule(Kind.BLOCK, Place.NOTHING), "hr");
        allow(rules, new Rule(Kind.BLOCK, Place.PHRASE), "p pre");
        allow(rules, new Rule(Kind.BLOCK, Place.FLOW), "div blockquote");
        allow(rules, new Rule(Kind.BLOCK, Place.DETAILS), "details");
        allow(rules, new Rule(Kind.SUMMARY, Place.PHRASE), "summary");
        allow(rules, new Rule(Kind.BLOCK, Place.LIST), "ul ol");
        allow(rules, new Rule(Kind.ITEM, Place.FLOW), "li");
        allow(rules, new Rule(Kind.BLOCK, Place.TERMS), "dl");
        allow(rules, new Rule(Kind.TERM, Place.FLOW), "dt dd");
        allow(rules, new Rule(Kind.BLOCK, Place.TABLE), "table");
        allow(rules, new Rule(Kind.CAPTION, Place.FLOW), "caption");
        allow(rules, new Rule(Kind.ROWS, Place.ROWS), "thead tbody tfoot");
        allow(rules, new Rule(Kind.ROW, Place.ROW), "tr");
        allow(rules, new Rule(Kind.CELL, Place.FLOW), "th td");
        return rules;
    }

    private static void allow(Map<String, Rule> rules, Rule rule, String names) {
        for (String name : names.split(" ", -1)) {
            rules.put(name, rule);
        }
    }

    /** How an element may stand in a text; empty if it may not. */
    static Optional<Rule> rule(String element) {
        return SAFELIST.isSafeTag(element) ? Optional.ofNullable(RULES.get(element)) : Optional.empty();
    }

    static boolean isLeftOutWhole(String element) {
        return LEFT_OUT_WHOLE.contains(element);
    }

    static boolean allows(Element element, Attribute attribute) {
        if (!SAFELIST.isSafeAttribute(element.normalName(), element, attribute)) {
            return false;
        }
        Pattern value = VALUES.get(attribute.getKey());
        return value == null || value.matcher(attribute.getValue()).matches();
    }
}
