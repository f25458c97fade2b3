/** Whole sites as citizens meet them: in a real browser, on paper, and link by link. */
@NullMarked
package prongsai.browser;

import org.jspecify.annotations.NullMarked;
