package prongsai.deploy.ftp;

import prongsai.deploy.Connection;
import prongsai.deploy.Remote;
import prongsai.deploy.RemoteFailure;
import prongsai.deploy.Secrets;
import prongsai.deploy.Target;

/** A folder on a server that is reached by FTP. */
public final class FtpRemote implements Remote {

    private final Target.Ftp target;
    private final Secrets secrets;
    private final Encryption encryption;
    private final Watchdog watchdog;

    public FtpRemote(Target.Ftp target, Secrets secrets) {
        this.target = target;
        this.secrets = secrets;
        this.encryption = new Encryption(target.certificate());
        this.watchdog = new Watchdog(target.patience());
    }

    @Override
    public Connection connect() throws RemoteFailure {
        return new Login(target, secrets, encryption, watchdog).open();
    }

    @Override
    public int connections() {
        return target.connections();
    }
}
