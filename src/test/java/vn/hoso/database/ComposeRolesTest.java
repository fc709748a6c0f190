package vn.hoso.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The roles that the compose file's database begins with, and the way over for a volume in which the program was the superuser. */
class ComposeRolesTest {

    private static final Path FILES = Path.of("src/main/docker");
    private static final String PASSWORD = "of-this-test-alone";

    private PostgresServer server;

    @BeforeEach
    void start(@TempDir Path parent) throws IOException, SQLException {
        server = PostgresServer.start(Scratch.used(parent.resolve("data")), Scratch.binaries(), Map.of("fsync", "off"));
        try (Connection superuser = server.connectAsSuperuser()) {
            run(superuser, "drop database hoso; drop role hoso; drop role hoso_owner");
            run(superuser, "create database hoso template template0");
            run(superuser, "alter role postgres password '" + PASSWORD + "'");
        }
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void theProgramIsNoSuperuserAndOwnsNothing() throws IOException, SQLException {
        try (Connection superuser = as("postgres")) {
            run(superuser, script("database/roles.sql"));
        }
        migrate("hoso_owner");
        assertThatTheProgramCanWorkAndNoMore();
    }

    @Test
    void aVolumeInWhichTheProgramWasTheSuperuserIsTakenOver() throws IOException, SQLException {
        try (Connection superuser = as("postgres")) {
            run(superuser, "create role other superuser login password '" + PASSWORD + "'");
        }
        try (Connection other = as("other")) {
            run(other, "alter role postgres rename to hoso; alter role hoso password '" + PASSWORD + "'");
        }
        try (Connection former = as("hoso")) {
            run(former, "drop role other");
        }
        migrate("hoso");

        String[] phases = script("database-takeover.sql").split("(?m)^\\\\connect hoso .*$");
        String[] roles = {"hoso", "hoso_takeover", "postgres"};
        assertThat(phases).hasSameSizeAs(roles);
        for (int i = 0; i < phases.length; i++) {
            try (Connection connection = as(roles[i])) {
                run(connection, phases[i]);
            }
        }

        migrate("hoso_owner");
        assertThatTheProgramCanWorkAndNoMore();
        try (Connection superuser = as("postgres")) {
            assertThat(first(superuser, """
                            select coalesce(string_agg(relname, ' '), 'none') from pg_class
                            where relnamespace = 'public'::regnamespace and relkind in ('r', 'S', 'v')
                                and relowner <> 'hoso_owner'::regrole
                            """)).isEqualTo("none");
            assertThat(first(superuser, "select string_agg(rolname, ' ') from pg_roles where rolsuper"))
                    .isEqualTo("postgres");
        }
    }

    private void assertThatTheProgramCanWorkAndNoMore() throws SQLException {
        try (Connection program = as("hoso")) {
            assertThat(first(program, "select count(*) from audit_event")).isEqualTo("0");
            assertThat(first(
                            program,
                            "select rolsuper or rolcreaterole or rolcreatedb from pg_roles where rolname = 'hoso'"))
                    .isEqualTo("f");
            for (String refused : new String[] {
                "alter table audit_event disable trigger all",
                "delete from audit_event",
                "drop table audit_event",
                "set session_replication_role = replica",
                "copy (select 1) to program 'true'",
                "copy (select 1) to '/tmp/of-the-program'",
                "select pg_read_file('/etc/passwd')",
                "create table public.own (it integer)",
                "create role other superuser"
            }) {
                assertThatThrownBy(() -> run(program, refused))
                        .as(refused)
                        .isInstanceOfSatisfying(SQLException.class, e -> assertThat(e.getSQLState())
                                .isEqualTo("42501"));
            }
        }
    }

    private void migrate(String owner) {
        Flyway.configure()
                .dataSource(server.jdbcUrl("hoso"), owner, PASSWORD)
                .locations("classpath:db/migration")
                .callbacks(DirectConnections.to(server.jdbcUrl("hoso"), "hoso", PASSWORD, owner, PASSWORD)
                        .grants())
                .load()
                .migrate();
    }

    /** As psql would read it, with this test's password for each of the three. */
    private static String script(String file) throws IOException {
        return Files.readString(FILES.resolve(file))
                .replaceAll("(?m)^\\\\getenv .*$", "")
                .replaceAll(":'\\w+'", "'" + PASSWORD + "'");
    }

    private Connection as(String role) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl("hoso"), role, PASSWORD);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String each : sql.startsWith("drop database") ? sql.split(";") : new String[] {sql}) {
                statement.execute(each);
            }
        }
    }

    private static String first(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
