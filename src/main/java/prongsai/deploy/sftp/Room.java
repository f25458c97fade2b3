package prongsai.deploy.sftp;

import java.io.IOException;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHStatExtensionInfo;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHStatPathExtension;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/**
 * How much room the server's disk has. Version 3 of the protocol has no word for a full disk, so OpenSSH says no more than
 * that it failed; but it can be asked ({@code statvfs@openssh.com} in OpenSSH's PROTOCOL, 4.4).
 *
 * @param folder whose disk is meant
 */
record Room(SftpClient sftp, String folder) {

    /** Less than any file takes that is refused: two portions of an upload. */
    private static final long LITTLE = 64 * 1024;

    /** Whether a refusal without a reason comes from a disk that has no room left, as far as the server tells. */
    boolean isShort(SftpException refusal) {
        if (refusal.getStatus() != SftpConstants.SSH_FX_FAILURE) {
            return false;
        }
        OpenSSHStatPathExtension asks = sftp.getExtension(OpenSSHStatPathExtension.class);
        if (asks == null || !asks.isSupported()) {
            return false;
        }
        try {
            OpenSSHStatExtensionInfo disk = asks.stat(folder);
            // A disk that does not count its files says that it has none at all.
            boolean holdsNoMoreFiles = disk.f_files > 0 && disk.f_favail == 0;
            return holdsNoMoreFiles || disk.f_bavail <= LITTLE / Math.max(1, disk.f_frsize);
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /** The refusal, with its reason. */
    static SftpException failure(SftpException refusal) {
        SftpException full =
                new SftpException(SftpConstants.SSH_FX_NO_SPACE_ON_FILESYSTEM, "no room left on the server's disk");
        full.initCause(refusal);
        return full;
    }
}
