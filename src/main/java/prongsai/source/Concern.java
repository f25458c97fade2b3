package prongsai.source;

/** What a kind of problem touches, and so why it matters; the order is that of the reference of findings. */
public enum Concern {
    /** The file cannot take its place on the site. */
    FILE,
    /** The record cannot be read. */
    SYNTAX,
    /** The record says something that no such record says, or leaves out what it must say. */
    FORM,
    /** A value has a form that it may have and a meaning that it cannot have. */
    VALUE,
    /** One thing names another that is not there. */
    REFERENCE,
    /** Something would not be shown as it was meant. */
    MARKDOWN,
    /** Official figures contradict each other. */
    FIGURES,
    /** What the year asks for is not here. */
    DISCLOSURE,
    /** A day has come or is near. */
    FRESHNESS,
    /** It must never be published, or nobody can tell. */
    PRIVACY,
    /** Another website does not answer as it should. */
    EXTERNAL,
    /** The municipality's own template cannot be used. */
    TEMPLATE
}
