/**
 * Which pages and files a finished site has, and where each stands. Knows paths, fingerprints and links; knows nothing of
 * templates, and writes nothing.
 */
@NullMarked
package prongsai.site;

import org.jspecify.annotations.NullMarked;
