package prongsai.check.personal;

/**
 * A personal number, wherever it stands.
 *
 * @param digits Arabic digits alone; a mobile number in the national form {@code 0xxxxxxxxx}. Never to be shown: show
 *     {@link #masked()}
 */
public record PersonalNumber(PersonalHit.Kind kind, String digits) {

    /** What may be shown of it: enough to find it again in the file, too little to use. */
    public String masked() {
        return new PersonalHit(kind, 0, 0, digits).masked();
    }

    /** Masked, as whatever is printed may end in a log. */
    @Override
    public String toString() {
        return kind + " " + masked();
    }
}
