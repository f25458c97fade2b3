package prongsai.publish;

/** What a published site must outlive. */
public enum Durability {
    /** The end of the program at any moment. */
    KILL,
    /** Also a power cut at any moment, for which each file has to be waited for. */
    POWER_CUT
}
