package prongsai.deploy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** In what servers differ, as far as {@link ConnectionContract} has to know: how one is started, and what it cannot do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ContractTraits {

    private final List<AutoCloseable> started = new ArrayList<>();

    /** What the server shows. */
    Path shown = Path.of("");

    /** Starts a server that shows a folder, if there is a server. */
    void start(Path shown, Path settings) throws Exception {}

    /** Stops it after the last test. */
    <S extends AutoCloseable> S untilTheEnd(S server) {
        started.add(server);
        return server;
    }

    /** The place that is a folder of the one that is shown. */
    abstract Remote remote(Path shown, String folder) throws Exception;

    @BeforeAll
    void startServer(@TempDir Path temporary) throws Exception {
        shown = Files.createDirectory(temporary.resolve("shown"));
        start(shown, Files.createDirectory(temporary.resolve("settings")));
    }

    @AfterAll
    void stopServer() throws Exception {
        for (AutoCloseable server : started) {
            server.close();
        }
    }

    /** Whether the server tells when files were changed. */
    boolean tellsTimes() {
        return true;
    }

    /** Whether the server lists hidden files. */
    boolean tellsHidden() {
        return true;
    }

    /** Whether listings are lines, so that a line break in a name makes two of them. */
    boolean listsLines() {
        return false;
    }

    /** Whether a file can be written that must not be there before, and so is no link. FTP cannot. */
    boolean makesFilesAnew() {
        return true;
    }

    /** Whether it is a store of objects, which has no folders of its own and sets no times. */
    boolean isObjectStore() {
        return false;
    }

    /** Whether it is such a store over real folders, and fails where one is in the way of a name. */
    boolean hasRealFolders() {
        return !isObjectStore();
    }

    /** Whether the server says whether what it lists is a link. */
    boolean tellsLinks() {
        return true;
    }
}
