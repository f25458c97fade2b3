/** Asks the web server of a published site for its files, and how it serves them. Changes nothing, and knows no words. */
@NullMarked
package prongsai.deploy.web;

import org.jspecify.annotations.NullMarked;
