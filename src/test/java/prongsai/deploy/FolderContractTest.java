package prongsai.deploy;

import java.nio.file.Path;
import prongsai.deploy.folder.FolderRemote;

/** {@link Connection} over a folder of this computer. */
final class FolderContractTest extends ConnectionContract {

    @Override
    Remote remote(Path shown, String folder) {
        return new FolderRemote(new Target.Folder(shown.resolve(folder)));
    }
}
