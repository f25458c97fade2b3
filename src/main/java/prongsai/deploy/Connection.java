package prongsai.deploy;

import java.io.InputStream;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * One connection to a {@link Remote}, used by one thread at a time.
 *
 * <p>Paths are relative to the site's folder, with {@code /} between names, and {@code ""} is the folder itself. Nothing
 * here follows a symbolic link out of its way: a link is {@link RemoteFile.Type#OTHER}. After a
 * {@linkplain RemoteFailure#isPassing() passing} failure the connection is of no more use, and a new one may be opened.
 */
public interface Connection extends AutoCloseable {

    /** What stands at a path; empty where nothing does. */
    Optional<RemoteFile> look(String path) throws RemoteFailure;

    /** What stands in a folder, by name, hidden files too; empty where there is no such folder. */
    Map<String, RemoteFile> list(String folder) throws RemoteFailure;

    /**
     * The bytes of a file.
     *
     * @param atMost a file that is larger is not read to its end: {@link RemoteFailure.Reason#TOO_LARGE}
     * @return empty where there is no such file
     */
    Optional<byte[]> read(String path, long atMost) throws RemoteFailure;

    /**
     * Writes a file anew, or over the one that stands there, byte by byte; others may see it half written, but not in an
     * {@linkplain #isObjectStore() object store}. The folder must be there.
     *
     * @param bytes read to its end, closed by the caller; a failure to read it is thrown as
     *     {@link java.io.UncheckedIOException}
     * @param written told of each portion, in bytes, as the server takes it
     */
    void write(String path, InputStream bytes, LongConsumer written) throws RemoteFailure;

    /**
     * Whether this is an object store: {@link #write} reads all bytes before anything is changed, and then the file takes its
     * place at once and whole, so that it needs no other name before; and folders are but the beginnings of names, so that
     * none need be made or deleted. Those that are made all the same are as good as others, so that one can be a lock.
     */
    default boolean isObjectStore() {
        return false;
    }

    /** Every file below the site's folder, by path; empty where the server would have to be asked for each folder. */
    default Optional<NavigableMap<String, RemoteFile>> listAll() throws RemoteFailure {
        return Optional.empty();
    }

    /**
     * Gives a file another path, in one step for those who read it where the server can do so, and takes the place of a
     * file that stands there.
     */
    void rename(String from, String to) throws RemoteFailure;

    /** When a file was last changed, in whole seconds; passed over in silence where the server cannot set it. */
    void setModified(String path, Instant time) throws RemoteFailure;

    /** Deletes a file; nothing happens where there is none. */
    void delete(String path) throws RemoteFailure;

    /**
     * Makes one folder; the folder above it must be there.
     *
     * @return whether it was made: false where a folder stands there. Of two who do so at once one gets true
     */
    boolean createFolder(String path) throws RemoteFailure;

    /** Deletes a folder, if it is empty; says whether it is gone, or never was. */
    boolean deleteFolder(String path) throws RemoteFailure;

    /** Ends the connection; whatever the server says to it is of no interest. */
    @Override
    void close();
}
