/**
 * Pure functions from the finished site to more files for people and machines that read tables. Knows no HTML, writes
 * nothing.
 */
@NullMarked
package prongsai.feeds;

import org.jspecify.annotations.NullMarked;
