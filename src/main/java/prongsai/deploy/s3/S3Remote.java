package prongsai.deploy.s3;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import prongsai.deploy.Connection;
import prongsai.deploy.Remote;
import prongsai.deploy.RemoteFailure;
import prongsai.deploy.RemoteFailure.Reason;
import prongsai.deploy.Secrets;
import prongsai.deploy.Target;

/** A bucket of an object store, or what is in it under a prefix. */
public final class S3Remote implements Remote {

    /** In a store without conditions two may believe for so long that both have made the same thing. */
    private static final Duration SETTLING = Duration.ofSeconds(2);

    private final Target.Bucket target;
    private final Secrets secrets;
    private final InstantSource clock;
    private final Duration settling;
    private Optional<Store> store = Optional.empty();

    /**
     * Asks nothing of the store yet.
     *
     * @param clock tells the time that is signed
     */
    public S3Remote(Target.Bucket target, Secrets secrets, InstantSource clock) {
        this(target, secrets, clock, SETTLING);
    }

    S3Remote(Target.Bucket target, Secrets secrets, InstantSource clock, Duration settling) {
        this.target = target;
        this.secrets = secrets;
        this.clock = clock;
        this.settling = settling;
    }

    @Override
    public Connection connect() throws RemoteFailure {
        return new S3Connection(target, store(), settling);
    }

    /** The platform keeps the connections of all threads; whether the store lets us in is asked once. */
    private synchronized Store store() throws RemoteFailure {
        if (store.isEmpty()) {
            String name = target.account().name();
            String key = secrets.password(name).orElseThrow(() -> new RemoteFailure(Reason.NO_SECRET, name));
            Store opened = new Store(target, new Signer(target.account().user(), key, target.region(), clock));
            new Listing(target, opened).require();
            store = Optional.of(opened);
        }
        return store.get();
    }

    @Override
    public int connections() {
        return target.connections();
    }
}
