package prongsai.serve;

import java.util.Optional;
import prongsai.source.Severity;
import prongsai.source.SourcePosition;

/**
 * A problem in the officer's words, fit to be shown.
 *
 * @param place empty where no file is at fault, but the computer
 * @param what what is wrong
 * @param hint what to do about it
 */
public record Notice(Severity severity, Optional<SourcePosition> place, String what, String hint) {}
