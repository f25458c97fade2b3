/** The pipeline from the content folder to the published site. Knows every stage and does none of their work. */
@NullMarked
package prongsai.build;

import org.jspecify.annotations.NullMarked;
