@NullMarked
package prongsai.arch.violating.misc;

import org.jspecify.annotations.NullMarked;
