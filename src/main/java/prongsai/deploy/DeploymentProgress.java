package prongsai.deploy;

/** Hears how far a deployment has come, from several threads. */
public interface DeploymentProgress {

    /** What is being done. */
    enum Phase {
        KEEPING,
        CONNECTING,
        COMPARING,
        SENDING,
        DELETING,
        COMPLETING
    }

    DeploymentProgress NONE = new DeploymentProgress() {};

    default void phase(Phase phase) {}

    /**
     * How much has arrived.
     *
     * @param sent bytes; less than before where a file is sent again
     * @param of bytes in all
     * @param files how many have arrived whole
     */
    default void sent(long sent, long of, int files, int ofFiles) {}

    /** The connection failed and is tried anew. */
    default void retrying(RemoteFailure failure) {}
}
