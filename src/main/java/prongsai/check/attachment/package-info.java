/** Gets the text out of files that would be published, within bounds. Knows the formats of files, and nothing of what their text means. */
@NullMarked
package prongsai.check.attachment;

import org.jspecify.annotations.NullMarked;
