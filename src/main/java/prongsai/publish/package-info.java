/**
 * The only code that writes under the site's folder. Knows files, folders, locks and the order in which they change;
 * knows nothing of what is in a page, and says nothing in words: a failure is a reason and the paths it is about.
 */
@NullMarked
package prongsai.publish;

import org.jspecify.annotations.NullMarked;
