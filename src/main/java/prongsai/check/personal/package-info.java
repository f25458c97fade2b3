/** Finds personal data in text, and knows what {@code guard.yaml} permits. Knows nothing of files. */
@NullMarked
package prongsai.check.personal;

import org.jspecify.annotations.NullMarked;
