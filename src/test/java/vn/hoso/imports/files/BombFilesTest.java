package vn.hoso.imports.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.hoso.imports.Bombs;
import vn.hoso.shared.UserFacingException;

/** Files made to keep the program busy: each is refused for what it is, by counting, or does no harm. */
class BombFilesTest {

    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    static List<Bombs.Bomb> bombs() {
        return Bombs.all();
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void refusesABombForWhatItIs(Bombs.Bomb bomb) {
        byte[] bytes = bomb.bytes().get();
        assertThat(bytes.length).isLessThanOrEqualTo(FileLimits.BYTES);
        long start = CLOCK.getCurrentThreadCpuTime();
        assertThat(reason(bomb.name(), bytes)).isEqualTo(bomb.reason());
        System.out.printf(
                "%,12d bytes %,6d ms %-12s %s%n",
                bytes.length, (CLOCK.getCurrentThreadCpuTime() - start) / 1_000_000, bomb.reason(), bomb.what());
    }

    private static String reason(String name, byte[] bytes) {
        try {
            UploadedFileReader.read(name, bytes, 1);
            return Bombs.READ;
        } catch (UserFacingException refused) {
            return refused.messageKey().replace("imports.refused.", "");
        }
    }

    @Test
    void triesFortyBombs() {
        assertThat(bombs()).hasSizeGreaterThanOrEqualTo(40);
    }
}
