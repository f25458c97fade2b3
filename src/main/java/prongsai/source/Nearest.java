package prongsai.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that somebody most likely meant. */
public final class Nearest {

    /** Longer than any name that people mistype; the work grows with the square of the length. */
    private static final int MAX_LENGTH = 200;

    private Nearest() {}

    /**
     * The known word with the smallest edit distance, if it is near enough to be meant: at most a third of the longer
     * word's letters differ, or two of a word of five. Letter case counts for nothing. Of equally near words the first in order. Text of more
     * than {@value #MAX_LENGTH} characters is no word and near to none.
     */
    public static Optional<String> of(String word, Collection<String> known) {
        if (word.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String wanted = word.toLowerCase(Locale.ROOT);
        return known.stream()
                // The distance is at least the difference in length: do not measure what cannot be near.
                .filter(k -> k.length() <= MAX_LENGTH && isNear(Math.abs(k.length() - word.length()), k, word))
                .map(k -> new Candidate(k, distance(wanted, k.toLowerCase(Locale.ROOT))))
                .filter(c -> isNear(c.distance(), c.word(), word))
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::word))
                .map(Candidate::word);
    }

    private static boolean isNear(int distance, String one, String other) {
        int longer = Math.max(one.length(), other.length());
        return distance * 3 <= longer || (distance == 2 && longer == 5);
    }

    private record Candidate(String word, int distance) {}

    /**
     * The known path that somebody most likely meant: the same name in another folder, or a near name in the same one.
     * What two paths have in common by their folder and extension does not make them near.
     */
    public static Optional<String> path(String path, Collection<String> known) {
        if (path.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        List<String> sameName = known.stream()
                .filter(k -> k.length() <= MAX_LENGTH && name(k).equalsIgnoreCase(name(path)))
                .toList();
        if (!sameName.isEmpty()) {
            return sameName.stream()
                    .min(Comparator.comparingInt((String k) -> distance(path, k))
                            .thenComparing(Comparator.naturalOrder()));
        }
        List<String> besideIt = known.stream()
                .filter(k -> folder(k).equals(folder(path)) && extension(k).equals(extension(path)))
                .map(Nearest::stem)
                .toList();
        return of(stem(path), besideIt).map(stem -> folder(path) + stem + extension(path));
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    private static String extension(String path) {
        int dot = name(path).lastIndexOf('.');
        return dot < 0 ? "" : name(path).substring(dot);
    }

    private static String stem(String path) {
        return path.substring(
                folder(path).length(), path.length() - extension(path).length());
    }

    /** Insertions, deletions, replacements and swaps of neighbours (Damerau-Levenshtein, optimal string alignment). */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replace = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replace, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
