package prongsai.feeds.picture;

/** This Java cannot draw texts: a library of the system that it needs for that (fontconfig, freetype) is missing. */
public final class DrawingFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    public DrawingFailure(Throwable cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }
}
