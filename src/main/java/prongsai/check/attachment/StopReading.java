package prongsai.check.attachment;

/** Ends the reading of a file, from however deep inside a library: a limit is reached. */
final class StopReading extends RuntimeException {

    private final transient Unreadable why;

    StopReading(Unreadable why) {
        // Without a stack trace: it says nothing, and the stack may be what has run out.
        super(why.name(), null, false, false);
        this.why = why;
    }

    Unreadable why() {
        return why;
    }
}
