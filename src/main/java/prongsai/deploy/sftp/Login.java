package prongsai.deploy.sftp;

import java.io.IOException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.UserAuthFactory;
import org.apache.sshd.client.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.client.auth.password.PasswordIdentityProvider;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.client.session.ClientSession.ClientSessionEvent;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.client.impl.AbstractSftpClient;
import prongsai.deploy.RemoteFailure;
import prongsai.deploy.RemoteFailure.Reason;
import prongsai.deploy.Secrets;
import prongsai.deploy.Target;

/** From nothing to a connection that stands in the site's folder. */
final class Login {

    /** Somebody may have to look up a password before the server is told anything more. */
    private static final Duration TIME_TO_TYPE = Duration.ofMinutes(10);

    /** Replies to heartbeats wait in line behind files on a slow line, so their absence alone ends nothing. */
    private static final int HEARTBEATS_UNANSWERED = 100_000;

    private final Target.Sftp target;
    private final Secrets secrets;
    private final KnownHosts knownHosts;

    Login(Target.Sftp target, Secrets secrets) {
        this.target = target;
        this.secrets = secrets;
        this.knownHosts = new KnownHosts(
                target.knownHosts(), target.account().host(), target.account().port());
    }

    SftpConnection open() throws RemoteFailure {
        Optional<Credentials.Key> key = Credentials.key(target, secrets);
        SshClient client = client();
        try {
            client.start();
            return logIn(client, key);
        } catch (RemoteFailure | RuntimeException | Error e) {
            client.close(true);
            throw e;
        }
    }

    private SftpConnection logIn(SshClient client, Optional<Credentials.Key> key) throws RemoteFailure {
        ClientSession session = reach(client);
        authenticate(session, key);
        // From here on silence is the server's and not that of somebody at the keyboard.
        CoreModuleProperties.IDLE_TIMEOUT.set(session, target.patience());
        Failures failures = new Failures(target.account().server(), session);
        try {
            SftpClient sftp = SftpClientFactory.instance().createSftpClient(session);
            return new SftpConnection(client, sftp, failures, root(sftp, failures));
        } catch (IOException e) {
            throw failures.of(e, target.folder());
        }
    }

    private String root(SftpClient sftp, Failures failures) throws RemoteFailure {
        try {
            String root = sftp.canonicalPath(target.folder().isEmpty() ? "." : target.folder());
            if (sftp.stat(root).isDirectory()) {
                return root;
            }
        } catch (IOException e) {
            if (!Failures.isNotThere(e)) {
                throw failures.of(e, target.folder());
            }
        }
        throw new RemoteFailure(Reason.NO_SUCH_FOLDER, target.folder());
    }

    private SshClient client() {
        SshClient client = ClientBuilder.builder()
                .hostConfigEntryResolver(HostConfigEntryResolver.EMPTY)
                .serverKeyVerifier(knownHosts)
                .signatureFactories(knownHosts.preferred())
                .build();
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setPasswordIdentityProvider(PasswordIdentityProvider.EMPTY_PASSWORDS_PROVIDER);
        client.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
        client.setNioWorkers(1);
        target.agent().ifPresent(socket -> client.setAgentFactory(new AgentFactory(socket)));
        Duration patience = target.patience();
        CoreModuleProperties.AUTH_TIMEOUT.set(client, TIME_TO_TYPE);
        CoreModuleProperties.IDLE_TIMEOUT.set(client, TIME_TO_TYPE);
        CoreModuleProperties.IO_CONNECT_TIMEOUT.set(client, patience);
        CoreModuleProperties.CHANNEL_OPEN_TIMEOUT.set(client, patience);
        CoreModuleProperties.WAIT_FOR_SPACE_TIMEOUT.set(client, patience);
        CoreModuleProperties.NIO2_MIN_WRITE_TIMEOUT.set(client, patience);
        CoreModuleProperties.HEARTBEAT_INTERVAL.set(client, patience.dividedBy(3));
        CoreModuleProperties.HEARTBEAT_REQUEST.set(client, "keepalive@openssh.com");
        CoreModuleProperties.HEARTBEAT_NO_REPLY_MAX.set(client, HEARTBEATS_UNANSWERED);
        SftpModuleProperties.SFTP_CHANNEL_OPEN_TIMEOUT.set(client, patience);
        AbstractSftpClient.SFTP_CLIENT_CMD_TIMEOUT.set(client, patience);
        return client;
    }

    private ClientSession reach(SshClient client) throws RemoteFailure {
        Target.Account account = target.account();
        ClientSession session;
        try {
            session = client.connect(account.user(), account.host(), account.port())
                    .verify(target.patience())
                    .getClientSession();
        } catch (IOException | UnresolvedAddressException e) {
            throw new RemoteFailure(Reason.UNREACHABLE, e, account.server());
        }
        Set<ClientSessionEvent> now =
                session.waitFor(EnumSet.of(ClientSessionEvent.WAIT_AUTH, ClientSessionEvent.CLOSED), target.patience());
        Optional<RemoteFailure> refused = knownHosts.refused();
        if (refused.isPresent()) {
            throw refused.get();
        }
        if (now.contains(ClientSessionEvent.CLOSED)) {
            throw new RemoteFailure(Reason.CONNECTION_LOST, account.server());
        }
        if (!now.contains(ClientSessionEvent.WAIT_AUTH)) {
            throw new RemoteFailure(Reason.TIMED_OUT, account.server());
        }
        return session;
    }

    private void authenticate(ClientSession session, Optional<Credentials.Key> key) throws RemoteFailure {
        String name = target.account().name();
        if (key.isPresent()) {
            session.addPublicKeyIdentity(key.get().pair());
            if (!isLetIn(session, List.of(UserAuthPublicKeyFactory.INSTANCE))) {
                throw new RemoteFailure(Reason.LOGIN_REFUSED, name);
            }
            return;
        }
        if (target.agent().isPresent() && isLetIn(session, List.of(UserAuthPublicKeyFactory.INSTANCE))) {
            return;
        }
        String password = secrets.password(name).orElseThrow(() -> new RemoteFailure(Reason.NO_SECRET, name));
        session.addPasswordIdentity(password);
        session.setUserInteraction(new PasswordPrompt(password));
        if (!isLetIn(session, List.of(UserAuthPasswordFactory.INSTANCE, UserAuthKeyboardInteractiveFactory.INSTANCE))) {
            throw new RemoteFailure(Reason.LOGIN_REFUSED, name);
        }
    }

    private boolean isLetIn(ClientSession session, List<UserAuthFactory> ways) throws RemoteFailure {
        session.setUserAuthFactories(ways);
        try {
            session.auth().verify(target.patience());
            return true;
        } catch (IOException e) {
            if (Failures.isRefusedLogin(e, session)) {
                return false;
            }
            throw new Failures(target.account().server(), session).of(e, target.folder());
        }
    }
}
