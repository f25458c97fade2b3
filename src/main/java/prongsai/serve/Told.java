package prongsai.serve;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import prongsai.serve.LiveSite.State;
import prongsai.source.JsonOutput;
import prongsai.source.Severity;
import prongsai.source.SourcePosition;
import prongsai.source.StableName;

/** A state as open pages are told it. */
final class Told {

    /** More than anybody corrects before looking again. */
    static final int MOST = 100;

    private Told() {}

    /** The problems that a page lists, the worst first. */
    static List<Notice> listed(List<Notice> notices) {
        return notices.stream()
                .sorted(Comparator.comparing(Notice::severity))
                .limit(MOST)
                .toList();
    }

    static String json(State state, Words words) {
        List<Notice> notices = state.notices();
        boolean urgent = notices.stream().anyMatch(n -> n.severity() != Severity.INFO);
        boolean errors = notices.stream().anyMatch(n -> n.severity() == Severity.ERROR);
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("version", state.version());
        tree.put("told", state.told());
        tree.put("language", words.language());
        tree.put("title", words.title());
        tree.put("count", words.count(notices));
        tree.put("note", errors ? words.stale() : "");
        tree.put("close", words.close());
        tree.put("hint", words.hint());
        tree.put("errors", errors);
        tree.put("urgent", urgent);
        tree.put("notices", listed(notices).stream().map(n -> notice(n, words)).toList());
        tree.put("more", notices.size() > MOST ? words.more().apply(notices.size() - MOST) : "");
        return JsonOutput.write(tree);
    }

    private static Map<String, Object> notice(Notice notice, Words words) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("severity", StableName.of(notice.severity()));
        tree.put("word", words.of(notice.severity()));
        tree.put("place", notice.place().map(SourcePosition::toString).orElse(""));
        tree.put("what", notice.what());
        tree.put("hint", notice.hint());
        return tree;
    }
}
