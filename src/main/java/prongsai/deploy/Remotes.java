package prongsai.deploy;

import prongsai.deploy.folder.FolderRemote;
import prongsai.deploy.ftp.FtpRemote;
import prongsai.deploy.sftp.SftpRemote;

/** The way to each kind of target. */
public final class Remotes {

    private Remotes() {}

    public static Remote of(Target target, Secrets secrets) {
        if (target instanceof Target.Sftp sftp) {
            return new SftpRemote(sftp, secrets);
        }
        if (target instanceof Target.Ftp ftp) {
            return new FtpRemote(ftp, secrets);
        }
        return new FolderRemote((Target.Folder) target);
    }
}
