/**
 * A folder reached by SFTP, by the client of Apache MINA SSHD, confined here. Reads neither {@code ~/.ssh/config} nor
 * anything else that its target does not name.
 */
@NullMarked
package prongsai.deploy.sftp;

import org.jspecify.annotations.NullMarked;
