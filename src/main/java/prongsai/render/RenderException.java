package prongsai.render;

/**
 * A template that cannot be read or filled: a mistake in a file, which the officer who changed it can mend.
 *
 * <p>Example: {@code pages/home.ftlh:12:7: The following has evaluated to null or missing: ==> page.titel}
 */
public final class RenderException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String template;
    private final int line;
    private final int column;
    private final String reason;

    RenderException(String template, int line, int column, String reason, Throwable cause) {
        super(template + ":" + line + ":" + column + ": " + reason, cause);
        this.template = template;
        this.line = line;
        this.column = column;
        this.reason = reason;
    }

    /** Path below the template folder, such as {@code pages/home.ftlh}. */
    public String template() {
        return template;
    }

    /** Line of the mistake, from 1; 1 where the template itself is missing. */
    public int line() {
        return line;
    }

    /** Column of the mistake, from 1. */
    public int column() {
        return column;
    }

    /** What is wrong, in one line. */
    public String reason() {
        return reason;
    }
}
