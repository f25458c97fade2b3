/**
 * Text with positions, and what is wrong with it. The only package that knows Jackson and the schema validator: it gives
 * the tree of a JSON or YAML text with the line and column of every value. Knows nothing of what the values mean.
 */
@NullMarked
package prongsai.source;

import org.jspecify.annotations.NullMarked;
