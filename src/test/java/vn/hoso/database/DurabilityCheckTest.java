package vn.hoso.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurabilityCheckTest {

    @Test
    void refusesAServerThatCouldLoseAcknowledgedSaves(@TempDir Path parent) throws Exception {
        DataFolder folder = Scratch.folder(parent.resolve("data"));
        PostgresBinaries binaries = Scratch.binaries();
        new FirstInitialisation(folder, binaries).run();
        PostgresServer server =
                PostgresServer.start(folder, binaries, Map.of("fsync", "off", "full_page_writes", "off"));
        try (Connection superuser = server.connectAsSuperuser()) {
            assertThatThrownBy(() -> DurabilityCheck.verify(superuser))
                    .isInstanceOf(StartupFailure.class)
                    .hasMessageContaining("fsync = off, full_page_writes = off");
        } finally {
            server.stop();
        }
    }
}
