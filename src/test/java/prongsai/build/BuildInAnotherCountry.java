package prongsai.build;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.ForkJoinPool;

/** Run as a program of its own, since only a new process takes a computer's settings as they are. */
final class BuildInAnotherCountry {

    private BuildInAnotherCountry() {}

    /** Builds each content folder into the folder after it, having said where it thinks it is. */
    public static void main(String... folders) throws BuildFailure {
        System.out.println(Locale.getDefault().toLanguageTag()
                + " " + TimeZone.getDefault().getID()
                + " " + Charset.defaultCharset()
                + " " + ForkJoinPool.commonPool().getParallelism());
        for (int i = 0; i < folders.length; i += 2) {
            Sites.buildWell(Path.of(folders[i]), Path.of(folders[i + 1]));
        }
    }
}
