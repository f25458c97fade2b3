@NullMarked
package prongsai.arch.violating.render;

import org.jspecify.annotations.NullMarked;
