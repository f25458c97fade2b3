@NullMarked
package prongsai.arch.violating.source;

import org.jspecify.annotations.NullMarked;
