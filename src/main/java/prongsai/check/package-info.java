/**
 * What can be checked only on the finished pages and files. Knows HTML as a browser reads it, and nothing of templates.
 */
@NullMarked
package prongsai.check;

import org.jspecify.annotations.NullMarked;
