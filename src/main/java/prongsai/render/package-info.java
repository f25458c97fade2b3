/**
 * Turns views into HTML: the only package that knows FreeMarker and flexmark.
 *
 * <p>It receives records made of ready text (dates, scores and numerals already worded) and knows nothing of
 * files under {@code content/}, of routes, or of publishing. A template sees a record's components and nothing else.
 */
@NullMarked
package prongsai.render;

import org.jspecify.annotations.NullMarked;
