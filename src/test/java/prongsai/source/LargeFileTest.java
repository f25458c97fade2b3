package prongsai.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LargeFileTest {

    private static final int SIZE = 64 << 20;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 1_000_000})
    void isReadWhole(int size) throws IOException {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        Path file = Files.write(folder.resolve("file"), bytes);
        assertThat(LargeFile.read(file)).isEqualTo(bytes);
    }

    /** Other tests may run in the same process, but none takes as much as this file. */
    @Test
    void javaTakesNoSecondCopyBesideItsOwnMemory() throws IOException {
        Path file = Files.write(folder.resolve("file"), new byte[SIZE]);
        long before = besideOwnMemory();
        assertThat(LargeFile.read(file)).hasSize(SIZE);
        assertThat(besideOwnMemory() - before).isLessThan(SIZE / 2);
    }

    private static long besideOwnMemory() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }
}
