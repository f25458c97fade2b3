/**
 * Takes a finished site to the web server that shows it, and back to an earlier one. Knows the site only as files with
 * a manifest; how bytes travel is known to {@code deploy.folder}, {@code deploy.sftp}, {@code deploy.ftp} and {@code deploy.s3} alone. Asks
 * neither the clock nor the environment, and knows no secret longer than it needs it.
 */
@NullMarked
package prongsai.deploy;

import org.jspecify.annotations.NullMarked;
