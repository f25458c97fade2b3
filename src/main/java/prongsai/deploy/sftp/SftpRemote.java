package prongsai.deploy.sftp;

import prongsai.deploy.Connection;
import prongsai.deploy.Remote;
import prongsai.deploy.RemoteFailure;
import prongsai.deploy.Secrets;
import prongsai.deploy.Target;

/** A folder on a server that is reached by SFTP. */
public final class SftpRemote implements Remote {

    private final Target.Sftp target;
    private final Secrets secrets;

    public SftpRemote(Target.Sftp target, Secrets secrets) {
        this.target = target;
        this.secrets = secrets;
    }

    @Override
    public Connection connect() throws RemoteFailure {
        return new Login(target, secrets).open();
    }

    @Override
    public int connections() {
        return target.connections();
    }
}
