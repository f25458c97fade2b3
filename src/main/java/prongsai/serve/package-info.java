/**
 * Shows a site in the browser of this computer, and of no other, and shows it anew when what it is made from has changed.
 * Knows files and HTTP; how a site is made, and the words for what is wrong with it, it is given.
 */
@NullMarked
package prongsai.serve;

import org.jspecify.annotations.NullMarked;
