package prongsai.deploy.sftp;

import java.util.List;
import org.apache.sshd.client.auth.keyboard.UserInteraction;
import org.apache.sshd.client.session.ClientSession;

/** Servers that ask for the password by "keyboard-interactive", in whatever language, get it once. */
final class PasswordPrompt implements UserInteraction {

    private static final String[] NO_ANSWER = {};

    private final String password;
    private boolean isAnswered;

    PasswordPrompt(String password) {
        this.password = password;
    }

    @Override
    public boolean isInteractionAllowed(ClientSession session) {
        return true;
    }

    @Override
    public synchronized String[] interactive(
            ClientSession session, String name, String instruction, String lang, String[] prompt, boolean[] echo) {
        if (prompt.length != 1 || echo[0] || isAnswered) {
            return NO_ANSWER;
        }
        isAnswered = true;
        return new String[] {password};
    }

    @Override
    public void serverVersionInfo(ClientSession session, List<String> lines) {
        // Nobody reads it.
    }

    @Override
    public void welcome(ClientSession session, String banner, String lang) {
        // Nobody reads it.
    }

    @Override
    public String getUpdatedPassword(ClientSession session, String prompt, String lang) {
        throw new UnsupportedOperationException("a new password is for the officer to choose, on the server");
    }
}
