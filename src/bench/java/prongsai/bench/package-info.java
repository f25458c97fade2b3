/**
 * The benchmark: makes records, builds them by Prongsai and by its peers as whole processes, and writes a table of what
 * that took. Knows Prongsai only by its command line, uses nothing but the Java platform, and is never part of the
 * program.
 */
package prongsai.bench;
