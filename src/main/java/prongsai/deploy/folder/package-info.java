/** A folder of this computer or of a network drive. */
@NullMarked
package prongsai.deploy.folder;

import org.jspecify.annotations.NullMarked;
