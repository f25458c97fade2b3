package prongsai.source;

/** How bad a problem is. */
public enum Severity {
    /** Publishing would show something invalid, broken or harmful: the build refuses. */
    ERROR,
    /** True, and someone must act: the build publishes. */
    WARNING,
    /** Good to know. */
    INFO
}
