package vn.hoso.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstInitialisationTest {

    @TempDir
    Path parent;

    @Test
    void beginsAnewAfterAnInterruptedAttempt() throws Exception {
        DataFolder folder = Scratch.folder(parent.resolve("data"));
        Path interrupted = folder.root().resolve("postgresql.initialising-abc");
        Files.createDirectories(interrupted.resolve("data/global"));
        Files.writeString(interrupted.resolve("data/PG_VERSION"), "18\n");
        Files.createDirectory(folder.cluster());

        try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start(folder, "hoso")) {
            assertThat(server.server().isAlive()).isTrue();
        }
        try (Stream<Path> left = Files.list(folder.root())) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "hoso.lock",
                            "postgresql",
                            "postgresql.log",
                            "postgresql-commands.log",
                            "ho-so-truc-tuyen.log");
        }
    }

    @Test
    void makesTheDatabaseWhenTheFirstStartEndedBeforeThat() throws Exception {
        DataFolder folder = Scratch.folder(parent.resolve("data"));
        new FirstInitialisation(folder, Scratch.binaries()).run();

        try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start(folder, "hoso_demo")) {
            assertThat(server.jdbcUrl()).endsWith("/hoso_demo");
        }
    }

    @Test
    void leavesDamagedDataAsTheyAre() throws Exception {
        DataFolder folder = Scratch.used(parent.resolve("data"));
        Path control = folder.cluster().resolve("global/pg_control");
        byte[] bytes = Files.readAllBytes(control);
        bytes[100] ^= 0x55;
        Files.write(control, bytes);
        String before = Scratch.fingerprint(folder.cluster());

        assertThatThrownBy(() -> EmbeddedPostgresServer.start(folder, "hoso"))
                .isInstanceOfSatisfying(StartupFailure.class, refusal -> {
                    assertThat(refusal)
                            .hasMessageContaining(folder.cluster().toString())
                            .hasMessageContaining("control file");
                    assertThat(refusal.whatToDo()).contains("khôi phục từ bản sao lưu");
                });
        assertThat(Scratch.fingerprint(folder.cluster())).isEqualTo(before);
    }
}
