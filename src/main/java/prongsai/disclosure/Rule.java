package prongsai.disclosure;

/** Derives from data whether a component is shown, and where. */
@FunctionalInterface
interface Rule {

    Coverage find(Scope scope);
}
