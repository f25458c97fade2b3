package prongsai.cli;

/** What a command ends with; the same of every command. */
enum ExitCode {
    DONE(0),
    /** Errors in the content; nothing under the site's folder was touched. */
    CONTENT_ERRORS(1),
    WRONG_USAGE(2),
    /** Another build at work, disk, network, permission, a folder that is missing. */
    ENVIRONMENT(3),
    /** A bug of ours. */
    BUG(70),
    /** Stopped by Ctrl-C. Where the system ends the process, it gives this or another code for the signal itself. */
    INTERRUPTED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
