/**
 * Shows a finished site in the browser of this computer, and of no other. Knows files and HTTP, and nothing of how a site
 * is made.
 */
@NullMarked
package prongsai.serve;

import org.jspecify.annotations.NullMarked;
