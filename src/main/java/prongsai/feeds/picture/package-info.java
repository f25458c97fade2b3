/**
 * Draws the pictures that stand for shared pages, and the icons. The only code that uses the Java platform's drawing; none of
 * its classes is loaded before there is something to draw.
 */
@NullMarked
package prongsai.feeds.picture;

import org.jspecify.annotations.NullMarked;
