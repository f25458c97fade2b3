@NullMarked
package prongsai.arch.violating.cli;

import org.jspecify.annotations.NullMarked;
