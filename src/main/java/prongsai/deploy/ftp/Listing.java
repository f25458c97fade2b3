package prongsai.deploy.ftp;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPFile;
import org.apache.commons.net.ftp.FTPReply;
import prongsai.deploy.RemoteFile;
import prongsai.deploy.ServerText;

/**
 * What stands on a server: by MLST and MLSD (RFC 3659) where it offers them, else by LIST, whose form is each server's own.
 * Times are told by the former alone: LIST leaves out seconds, zone and often the year.
 */
final class Listing {

    private final FTPClient client;
    private final boolean isForMachines;

    Listing(FTPClient client, boolean isForMachines) {
        this.client = client;
        this.isForMachines = isForMachines;
    }

    /** What stands at a path; the last reply tells why there is nothing. */
    Optional<RemoteFile> look(String path) throws IOException {
        if (path.isEmpty()) {
            return Optional.of(new RemoteFile(RemoteFile.Type.FOLDER, 0, Optional.empty()));
        }
        if (isForMachines) {
            FTPFile file = client.mlistFile(path);
            return file == null ? Optional.empty() : Optional.of(file(file));
        }
        int slash = path.lastIndexOf('/');
        String name = path.substring(slash + 1);
        return Optional.ofNullable(
                list(slash < 0 ? "" : path.substring(0, slash)).get(name));
    }

    Map<String, RemoteFile> list(String folder) throws IOException {
        String path = folder.isEmpty() ? null : folder;
        FTPFile[] listed = isForMachines ? client.mlistDir(path) : client.listFiles(path);
        Map<String, RemoteFile> files = new TreeMap<>();
        for (FTPFile file : listed) {
            if (file != null && file.getName() != null && ServerText.isName(file.getName())) {
                files.put(file.getName(), file(file));
            }
        }
        return files;
    }

    /** Whether the last reply says that there was nothing to list, rather than that listing failed. */
    boolean isDone() {
        return FTPReply.isPositiveCompletion(client.getReplyCode())
                || client.getReplyCode() == FTPReply.FILE_UNAVAILABLE
                || client.getReplyCode() == FTPReply.FILE_ACTION_NOT_TAKEN
                // How the server of Apache answers MLST.
                || client.getReplyCode() == FTPReply.SYNTAX_ERROR_IN_ARGUMENTS;
    }

    private RemoteFile file(FTPFile file) {
        RemoteFile.Type type = file.isFile()
                ? RemoteFile.Type.FILE
                : file.isDirectory() ? RemoteFile.Type.FOLDER : RemoteFile.Type.OTHER;
        Optional<Instant> modified = isForMachines
                ? Optional.ofNullable(file.getTimestampInstant()).map(t -> Instant.ofEpochSecond(t.getEpochSecond()))
                : Optional.empty();
        return new RemoteFile(type, type == RemoteFile.Type.FILE ? Math.max(0, file.getSize()) : 0, modified);
    }
}
