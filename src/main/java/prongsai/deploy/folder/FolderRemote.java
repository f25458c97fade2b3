package prongsai.deploy.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import prongsai.deploy.Connection;
import prongsai.deploy.Remote;
import prongsai.deploy.RemoteFailure;
import prongsai.deploy.RemoteFailure.Reason;
import prongsai.deploy.Target;

/** A folder of this computer, or of a drive in the network. It may be a link itself: whoever named it has said so. */
public final class FolderRemote implements Remote {

    private final Path folder;

    public FolderRemote(Target.Folder target) {
        this.folder = target.folder();
    }

    @Override
    public Connection connect() throws RemoteFailure {
        if (!Files.isDirectory(folder)) {
            throw new RemoteFailure(Reason.NO_SUCH_FOLDER, folder.toString());
        }
        return new FolderConnection(folder);
    }

    @Override
    public int connections() {
        return 2;
    }
}
