package prongsai.disclosure;

/** One component and whether it is shown. */
public record ComponentReport(Component component, Coverage coverage) {}
