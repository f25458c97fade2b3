package prongsai.arch.violating.misc;

/** Lies in a package that the order does not know. */
public final class Stray {}
