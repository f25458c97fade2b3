package prongsai.deploy;

/** What was found at a path of the server. */
enum Standing {
    /** Nothing, or a folder of ours that is about to go. */
    ABSENT,
    /** Just the bytes that are to be there. */
    WANTED,
    /** Bytes that we put there. */
    OURS,
    /** Anything else. */
    FOREIGN
}
