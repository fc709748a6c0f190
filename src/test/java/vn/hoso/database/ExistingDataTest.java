package vn.hoso.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must never be initialised over. The files here only look like a cluster: nothing may get as far as opening it. */
class ExistingDataTest {

    @TempDir
    Path parent;

    private DataFolder folder;
    private Path cluster;

    @BeforeEach
    void makeWhatLooksLikeACluster() throws IOException {
        folder = Scratch.folder(parent.resolve("data"));
        cluster = folder.cluster();
        Files.createDirectories(cluster.resolve("global"));
        Files.createDirectories(cluster.resolve("base"));
        Files.writeString(cluster.resolve("PG_VERSION"), "18\n");
        Files.writeString(cluster.resolve("postgresql.conf"), "# settings\n");
        Files.writeString(cluster.resolve("pg_hba.conf"), "# rules\n");
        Files.writeString(cluster.resolve("superuser.password"), "secret");
        Files.writeString(cluster.resolve("global/pg_control"), "control");
        Files.writeString(cluster.resolve("base/16384"), "a district's figures");
    }

    @Test
    void acceptsAWholeCluster() {
        assertThat(ExistingData.isIn(folder)).isTrue();
    }

    @Test
    void takesAnEmptyFolderForNoData() throws IOException {
        Folders.deleteTree(cluster);
        assertThat(ExistingData.isIn(folder)).isFalse();
        Files.createDirectory(cluster);
        assertThat(ExistingData.isIn(folder)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PG_VERSION", "postgresql.conf", "global/pg_control", "pg_hba.conf", "superuser.password"})
    void refusesDataWithAMissingFile(String missing) throws IOException {
        Files.delete(cluster.resolve(missing));
        refusesAndTouchesNothing("thiếu tệp " + missing);
    }

    @Test
    void refusesDataWithAnEmptiedFile() throws IOException {
        Files.writeString(cluster.resolve("global/pg_control"), "");
        refusesAndTouchesNothing("thiếu tệp global/pg_control");
    }

    @Test
    void refusesAFolderOfSomethingElse() throws IOException {
        Folders.deleteTree(cluster);
        Files.createDirectory(cluster);
        Files.writeString(cluster.resolve("Báo cáo tháng 9.docx"), "…");
        refusesAndTouchesNothing("không nguyên vẹn");
    }

    @Test
    void refusesDataOfAnotherPostgres() throws IOException {
        Files.writeString(cluster.resolve("PG_VERSION"), "17\n");
        refusesAndTouchesNothing("PostgreSQL 17");
    }

    @ParameterizedTest
    @ValueSource(strings = {"r-x------", "---------"})
    void refusesAFolderItMayNotWriteOrRead(String permissions) throws IOException {
        Files.setPosixFilePermissions(cluster, PosixFilePermissions.fromString(permissions));
        try {
            assertThatThrownBy(() -> EmbeddedPostgresServer.start(folder, "hoso"))
                    .isInstanceOf(StartupFailure.class)
                    .hasMessageContaining(cluster.toString())
                    .hasMessageContaining("chỉ đọc");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cluster)))
                    .isEqualTo(permissions);
        } finally {
            Files.setPosixFilePermissions(cluster, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void refusesALinkToADiskThatIsNotThere() throws IOException {
        Folders.deleteTree(cluster);
        Files.createSymbolicLink(cluster, parent.resolve("disk-not-mounted"));

        assertThatThrownBy(() -> EmbeddedPostgresServer.start(folder, "hoso"))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContaining("liên kết");
        assertThat(Files.isSymbolicLink(cluster)).isTrue();
    }

    @Test
    void refusesAFileInPlaceOfTheFolder() throws IOException {
        Folders.deleteTree(cluster);
        Files.writeString(cluster, "not a folder");
        refusesAndTouchesNothing("không phải là một thư mục");
    }

    private void refusesAndTouchesNothing(String reason) throws IOException {
        String before = Scratch.fingerprint(cluster);

        assertThatThrownBy(() -> EmbeddedPostgresServer.start(folder, "hoso"))
                .isInstanceOfSatisfying(StartupFailure.class, refusal -> {
                    assertThat(refusal).hasMessageContaining(cluster.toString()).hasMessageContaining(reason);
                    assertThat(refusal.whatToDo()).containsAnyOf("bản sao lưu", "chuyển thư mục");
                });
        assertThat(Scratch.fingerprint(cluster)).isEqualTo(before);
    }
}
