package prongsai.deploy;

import prongsai.deploy.folder.FolderRemote;

/** {@link Connection} over a folder of this computer. */
final class FolderContractTest extends ConnectionContract {

    @Override
    Remote remote() {
        return new FolderRemote(new Target.Folder(folder));
    }
}
