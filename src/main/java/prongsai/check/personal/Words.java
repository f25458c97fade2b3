package prongsai.check.personal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Words that say what a number near them is. Each word's last character is marked with its kind, so that the nearest word
 * before a number is found by walking back.
 */
final class Words {

    /** A person's number is spoken of (เลขประจำตัวประชาชน). */
    static final byte ID = 1;

    /** A person's title, with a name after it (นาย, นาง, นางสาว). */
    static final byte TITLE = 2;
    /** A bank or an account at one (เลขที่บัญชี). */
    static final byte ACCOUNT = 4;
    /** An agency, a fund or a company: whose account is public. */
    static final byte AGENCY = 8;
    /** A number of something that is no person: a contract, a book, a project. */
    static final byte CODE = 16;
    /** A telephone (โทรศัพท์). */
    static final byte PHONE = 32;
    /** In whose name an account is kept (ชื่อบัญชี). */
    static final byte OWNER = 64;

    private record Word(String text, byte kind) {}

    private static final Map<Character, List<Word>> BY_FIRST = dictionary();

    private final char[] view;
    private final byte[] marks;

    /**
     * Marks all words in one pass.
     *
     * @param view characters as {@link Glyphs} sees them
     */
    Words(char[] view) {
        this.view = view;
        this.marks = new byte[view.length];
        int i = 0;
        while (i < view.length) {
            i = mark(i);
        }
    }

    private static Map<Character, List<Word>> dictionary() {
        Map<Character, List<Word>> byFirst = new HashMap<>();
        WordLists.ALL.forEach((kind, words) -> {
            for (String word : words) {
                byFirst.computeIfAbsent(word.charAt(0), c -> new ArrayList<>()).add(new Word(word, kind));
            }
        });
        // The longest word wins: นางสาว is not นาง.
        byFirst.values()
                .forEach(list -> list.sort(
                        Comparator.comparing((Word w) -> -w.text().length()).thenComparing(Word::text)));
        return byFirst;
    }

    private int mark(int at) {
        List<Word> candidates = BY_FIRST.get(lower(view[at]));
        if (candidates == null) {
            return at + 1;
        }
        for (Word word : candidates) {
            int end = at + word.text().length();
            if (end <= view.length && stands(word, at) && means(word, at, end)) {
                marks[end - 1] = word.kind();
                return end;
            }
        }
        return at + 1;
    }

    private boolean stands(Word word, int at) {
        for (int k = 1; k < word.text().length(); k++) {
            if (lower(view[at + k]) != word.text().charAt(k)) {
                return false;
            }
        }
        return true;
    }

    private boolean means(Word word, int at, int end) {
        if (Glyphs.isLatin(view[at]) && at > 0 && Glyphs.isLatin(view[at - 1])) {
            return false;
        }
        if (Glyphs.isLatin(view[end - 1]) && end < view.length && Glyphs.isLatin(view[end])) {
            return false;
        }
        return switch (word.kind()) {
            case TITLE -> isTitle(word.text(), at, end);
            case AGENCY -> !follows(at, WordLists.BEFORE_AGENCY);
            default -> true;
        };
    }

    /** A title has a name after it, and is not the beginning of another word (นายก, นายทะเบียน, นางนวล). */
    private boolean isTitle(String title, int at, int end) {
        int name = end;
        while (name < view.length && name < end + 4 && (view[name] == ' ' || view[name] == Glyphs.UNSEEN)) {
            name++;
        }
        if (name >= view.length || !Character.isLetter(view[name]) || follows(at, WordLists.BEFORE_TITLE)) {
            return false;
        }
        for (String rest : WordLists.NOT_A_NAME.getOrDefault(title, List.of())) {
            if (precedes(end, rest)) {
                return false;
            }
        }
        return !title.equals("นาย") || !isHead(end);
    }

    /** นายก is the head of an agency unless a name goes on: นายกเทศมนตรี, นายก อบต., but นายกมล. */
    private boolean isHead(int afterNai) {
        if (view[afterNai] != 'ก') {
            return false;
        }
        int next = afterNai + 1;
        return next >= view.length || !(Character.isLetter(view[next]) || isMark(view[next]));
    }

    /** A vowel or tone above or below a Thai letter. */
    private static boolean isMark(char c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private boolean follows(int at, List<String> words) {
        for (String word : words) {
            int start = at - word.length();
            if ((start >= 0 && precedes(start, word))
                    || (start >= 1 && view[at - 1] == ' ' && precedes(start - 1, word))) {
                return true;
            }
        }
        return false;
    }

    private boolean precedes(int at, String word) {
        if (at + word.length() > view.length) {
            return false;
        }
        for (int k = 0; k < word.length(); k++) {
            if (view[at + k] != word.charAt(k)) {
                return false;
            }
        }
        return true;
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }

    /** Whether a word of a kind stands up to {@code reach} characters before or after a number. */
    boolean near(int kinds, int start, int end, int reach) {
        return lastBefore(kinds, start, reach) >= 0 || firstAfter(kinds, end, reach) >= 0;
    }

    /** Offset of the end of the last such word before; -1 if there is none. */
    int lastBefore(int kinds, int start, int reach) {
        for (int i = start - 1; i >= Math.max(0, start - reach); i--) {
            if ((marks[i] & kinds) != 0) {
                return i;
            }
        }
        return -1;
    }

    /** Offset of the end of the first such word after; -1 if there is none. */
    int firstAfter(int kinds, int end, int reach) {
        for (int i = end; i < Math.min(marks.length, end + reach); i++) {
            if ((marks[i] & kinds) != 0) {
                return i;
            }
        }
        return -1;
    }

    /** Kind of the word that ends at an offset. */
    int kindAt(int offset) {
        return marks[offset];
    }

    /**
     * Kind of the word that labels the number beginning at {@code start}: the last of some kinds before it in its line; 0
     * for none. A word that has a number of its own in between ({@code สัญญาเลขที่ 15/2563 ...}) labels no other. A number
     * that begins a line may have its label at the end of the line above, unless it is one of {@link #CODE}: that is more
     * often the heading of another column.
     */
    int label(int kinds, int start, int reach) {
        int digits = 0;
        int wanted = kinds;
        boolean beginsLine = true;
        for (int i = start - 1; i >= Math.max(0, start - reach); i--) {
            if (view[i] == '\n') {
                if (!beginsLine || wanted != kinds) {
                    return 0;
                }
                wanted &= ~CODE;
            }
            beginsLine &= Character.isWhitespace(view[i]) || view[i] == Glyphs.UNSEEN;
            digits += Glyphs.isDigit(view[i]) ? 1 : 0;
            boolean used = digits >= (marks[i] == CODE ? 3 : 9);
            if ((marks[i] & wanted) != 0 && !used) {
                return marks[i];
            }
        }
        return 0;
    }
}
