/**
 * Reads and validates {@code content/}: every problem of every file in one run. Knows the content model and nothing of
 * pages, URLs of the site or what must be disclosed.
 */
@NullMarked
package prongsai.content;

import org.jspecify.annotations.NullMarked;
