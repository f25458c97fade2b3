package prongsai.site;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import prongsai.model.FilePath;

/**
 * The names under which files of {@code content/} are published: stable, unique and ASCII, made from the file's own name,
 * so that a link keeps working in every browser, mail and chat.
 */
public final class Attachments {

    private static final String FOLDER = "files/";
    private static final int LONGEST = 60;
    private static final int LONGEST_EXTENSION = 10;

    private Attachments() {}

    /**
     * Where a file is published: {@code files/no-gift.pdf} keeps its place; any other gets the letters and digits of its
     * name that ASCII knows and eight hexadecimal digits of its path's SHA-256: {@code files/plan-3f9a1c22.pdf}.
     */
    public static String publishedName(FilePath file) {
        if (keepsItsPlace(file.path())) {
            return file.path();
        }
        String name = file.name();
        int dot = name.lastIndexOf('.');
        String stem = slug(dot < 0 ? name : name.substring(0, dot));
        String extension = dot < 0 ? "" : cut(slug(name.substring(dot + 1)), LONGEST_EXTENSION);
        String bare = stem.isEmpty() ? "file" : stem;
        String unique = cut(bare, LONGEST) + "-" + fingerprint(file.path());
        return FOLDER + unique + (extension.isEmpty() ? "" : "." + extension);
    }

    private static boolean keepsItsPlace(String path) {
        // A name that ends like one made here may be a file saved from the site and put back beside its original.
        return path.startsWith(FOLDER)
                && path.matches("[a-z0-9/-]+\\.[a-z0-9]+")
                && !path.matches(".*-[0-9a-f]{8}\\.[a-z0-9]+")
                && OutputPath.isValid(path);
    }

    /** The extension in capitals, as a citizen knows the type: {@code PDF}. */
    public static String type(FilePath file) {
        int dot = file.name().lastIndexOf('.');
        return dot < 0 ? "" : file.name().substring(dot + 1).toUpperCase(Locale.ROOT);
    }

    /** A slug again: what is left after the cut does not end in a hyphen. */
    private static String cut(String slug, int longest) {
        return slug.substring(0, Math.min(slug.length(), longest)).replaceAll("-+$", "");
    }

    private static String slug(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    }

    private static String fingerprint(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
