/** Asks other websites for the pages that the site links to. The only code that uses the network besides the preview. */
@NullMarked
package prongsai.check.external;

import org.jspecify.annotations.NullMarked;
