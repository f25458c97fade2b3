package prongsai.browser;

import java.nio.file.Path;

/** Folders under {@code target} where tests leave what they made. */
final class WorkFolders {

    /** Surefire runs the tests in two processes side by side and numbers them from 1. */
    private static final boolean SECOND = "process-2".equals(System.getProperty("work"));

    private WorkFolders() {}

    /** {@code target/print}, in the second process {@code target/print-2}: no two write to the same. */
    static Path of(String name) {
        return Path.of("target", SECOND ? name + "-2" : name);
    }
}
