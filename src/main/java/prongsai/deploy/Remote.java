package prongsai.deploy;

/** The place from which a web server shows the site: a folder on a drive, one reached by SFTP or FTP, or a bucket. */
public interface Remote {

    /**
     * Opens one connection, logged in and standing in the site's folder, which must be there. May be called from several
     * threads at once; who calls closes.
     *
     * @throws RemoteFailure where there is no way to the server, or it does not let us in
     */
    Connection connect() throws RemoteFailure;

    /** How many connections at once are of use, from 1. */
    int connections();
}
