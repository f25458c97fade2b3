/**
 * The commands. The only package that reads the clock, the environment and system properties, writes to the console and
 * ends the program. Knows how to ask for a build and how to say what came of it, in Thai or English; knows nothing of how
 * a site is made.
 */
@NullMarked
package prongsai.cli;

import org.jspecify.annotations.NullMarked;
