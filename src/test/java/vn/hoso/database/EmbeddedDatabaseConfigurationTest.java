package vn.hoso.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import vn.hoso.database.StartupFailure.Analyzer;

class EmbeddedDatabaseConfigurationTest {

    @TempDir
    Path parent;

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(EmbeddedDatabaseConfiguration.class, DataSourceAutoConfiguration.class));

    @Test
    void servesTheProgramFromItsOwnFolderWhenNoUrlIsSet() throws Exception {
        String folder = Scratch.configuredFolder(parent.resolve("data"));
        // The second start finds the data of the first.
        serves("spring.datasource.url=", folder);
        serves("spring.datasource.url=  ", folder);
    }

    private void serves(String url, String folder) {
        runner.withPropertyValues(url, "hoso.data-dir=" + folder, "hoso.embedded.database=hoso_demo")
                .run(context -> {
                    try (Connection connection =
                            context.getBean(DataSource.class).getConnection()) {
                        assertThat(connection.getCatalog()).isEqualTo("hoso_demo");
                        assertThat(connection.getMetaData().getUserName()).isEqualTo("hoso");
                        assertThat(connection.getMetaData().getDatabaseMajorVersion())
                                .isEqualTo(18);
                    }
                });

        assertThat(Path.of(folder, "postgresql", "postmaster.pid"))
                .as("stopped with the program")
                .doesNotExist();
    }

    @Test
    void startsNothingWhenAUrlIsSet() {
        runner.withPropertyValues(
                        "spring.datasource.url=jdbc:postgresql://db.example/hoso",
                        "hoso.data-dir=" + parent.resolve("x"))
                .run(context -> {
                    assertThat(context).doesNotHaveBean(EmbeddedPostgresServer.class);
                    assertThat(context.getBean(JdbcConnectionDetails.class).getJdbcUrl())
                            .isEqualTo("jdbc:postgresql://db.example/hoso");
                    assertThat(parent.resolve("x")).doesNotExist();
                });
    }

    @Test
    void explainsARefusalInVietnamese() throws Exception {
        String folder = Scratch.configuredFolder(parent.resolve("data"));
        Files.createDirectory(Path.of(folder, "postgresql"));
        Files.writeString(Path.of(folder, "postgresql", "PG_VERSION"), "18\n");

        runner.withPropertyValues("hoso.data-dir=" + folder).run(context -> {
            FailureAnalysis analysis = new Analyzer().analyze(context.getStartupFailure());
            assertThat(analysis.getDescription()).contains(folder).contains("không khởi tạo đè lên dữ liệu");
            assertThat(analysis.getAction()).contains("khôi phục").contains("Không có tệp nào bị thay đổi");
        });
    }
}
