package prongsai.deploy;

import java.time.InstantSource;
import prongsai.deploy.folder.FolderRemote;
import prongsai.deploy.ftp.FtpRemote;
import prongsai.deploy.s3.S3Remote;
import prongsai.deploy.sftp.SftpRemote;

/** The way to each kind of target. */
public final class Remotes {

    private Remotes() {}

    /**
     * A way that is not gone yet.
     *
     * @param clock tells the time for what is signed with it
     */
    public static Remote of(Target target, Secrets secrets, InstantSource clock) {
        if (target instanceof Target.Sftp sftp) {
            return new SftpRemote(sftp, secrets);
        }
        if (target instanceof Target.Ftp ftp) {
            return new FtpRemote(ftp, secrets);
        }
        if (target instanceof Target.Bucket bucket) {
            return new S3Remote(bucket, secrets, clock);
        }
        return new FolderRemote((Target.Folder) target);
    }
}
