/**
 * Records against what must be disclosed: the catalogues of items, the status of every item with the evidence for it,
 * the arithmetic of a result, what has become due. Knows the records and nothing of pages; reads no clock.
 */
@NullMarked
package prongsai.disclosure;

import org.jspecify.annotations.NullMarked;
