/** A folder reached by FTP, with TLS or without, by the client of Apache Commons Net, confined here. */
@NullMarked
package prongsai.deploy.ftp;

import org.jspecify.annotations.NullMarked;
