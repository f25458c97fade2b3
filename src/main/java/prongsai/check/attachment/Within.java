package prongsai.check.attachment;

/**
 * The file that is being read, by the names of the files around it.
 *
 * @param prefix what every place in it begins with, empty for the attachment itself
 * @param depth 0 for the attachment itself
 */
record Within(String prefix, int depth) {

    static final Within ATTACHMENT = new Within("", 0);

    private static final int LONGEST_NAME = 120;

    Place place(Place.Kind kind, String where) {
        String full = where.isEmpty() || prefix.isEmpty() ? prefix + where : prefix + ": " + where;
        return new Place(kind, full);
    }

    /** The scope of a file inside this one. */
    Within entry(String name) {
        String shown = shown(name);
        return new Within(prefix.isEmpty() ? shown : prefix + ": " + shown, depth + 1);
    }

    /** A name as it can be printed: names in archives are whatever their maker wrote. */
    static String shown(String name) {
        String plain = name.replaceAll("\\p{Cntrl}+", " ").strip();
        return plain.length() <= LONGEST_NAME ? plain : plain.substring(0, LONGEST_NAME) + "…";
    }
}
