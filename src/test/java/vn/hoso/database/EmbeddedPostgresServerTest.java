package vn.hoso.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import vn.hoso.backup.BackupCommand;
import vn.hoso.logs.FilePermissions;

/** One server, looked at from several sides; its folder has a space and Vietnamese letters in its name. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EmbeddedPostgresServerTest {

    private DataFolder folder;
    private EmbeddedPostgresServer server;

    @BeforeAll
    void start(@TempDir Path parent) throws IOException {
        folder = Scratch.folder(parent.resolve("Dữ liệu huyện Triệu Phong"));
        server = EmbeddedPostgresServer.start(folder, "hoso");
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void keepsEveryAcknowledgedSave() throws SQLException {
        assertThat(List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums"))
                .allSatisfy(setting -> assertThat(show(setting)).isEqualTo("on"));
    }

    @Test
    void listensOnThisComputerOnly() throws SQLException, IOException {
        try (Connection superuser = server.server().connectAsSuperuser();
                Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(
                        "select current_setting('listen_addresses'), current_setting('unix_socket_directories')")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("127.0.0.1");
            assertThat(row.getString(2)).as("no local socket").isEmpty();
        }
    }

    /** "database hoso does not exist" beside advice about room on the disk told nobody what to do. */
    @Test
    void aCommandSaysThatTheFolderIsADemonstrations(@TempDir Path other) throws IOException {
        DataFolder demonstration = Scratch.folder(other.resolve("demo"));
        try (EmbeddedPostgresServer running = EmbeddedPostgresServer.start(demonstration, "hoso_demo")) {
            assertThatThrownBy(() -> CommandContext.open(
                            new String[] {"--hoso.command=backup", "--hoso.data-dir=" + demonstration.root()}))
                    .isInstanceOfSatisfying(StartupFailure.class, refused -> {
                        assertThat(refused).hasMessageEndingWith("là của bản minh họa.");
                        assertThat(refused.whatToDo()).contains("--spring.profiles.active=demo");
                    });
        }
        assertThatThrownBy(() -> CommandContext.open(
                        new String[] {"--hoso.data-dir=" + folder.root(), "--hoso.embedded.database=khac"}))
                .isInstanceOf(StartupFailure.class)
                .hasMessageEndingWith("không có cơ sở dữ liệu \"khac\"; đang có: hoso.");
    }

    /** A mistyped folder was made, with an empty database in it that the command then reported on. */
    @ParameterizedTest
    @ValueSource(strings = {"backup", "export", "verify-audit", "upgrade-database"})
    @ExtendWith(OutputCaptureExtension.class)
    void aCommandThatReadsMakesNoDatabase(String command, @TempDir Path parent, CapturedOutput output)
            throws IOException {
        Path missing = parent.resolve("không có");
        assertThat(exit(command, missing)).isNotZero();
        assertThat(output.getAll()).as("said once").containsOnlyOnce(missing + " chưa có");
        assertThat(missing).doesNotExist();

        Path empty = Files.createDirectory(parent.resolve("trống"));
        assertThat(exit(command, empty)).isNotZero();
        assertThat(empty).isEmptyDirectory();
    }

    private static int exit(String command, Path folder) {
        String[] arguments = {"--hoso.command=" + command, "--hoso.data-dir=" + folder};
        return VerifyAudit.askedFor(arguments) ? VerifyAudit.run(arguments) : BackupCommand.run(arguments);
    }

    /** The same where nothing runs on the demonstration's folder, and where a database holds nothing of the program. */
    @Test
    void aCommandThatReadsFindsNoDatabaseOfItsOwnInADemonstrationsFolder(@TempDir Path other) throws Exception {
        DataFolder demonstration = DataFolder.at(Scratch.configuredFolder(other.resolve("demo")));
        EmbeddedPostgresServer.start(demonstration, "hoso_demo").close();
        String folder = "--hoso.data-dir=" + demonstration.root();
        assertThatThrownBy(() -> CommandContext.open(new String[] {"--hoso.command=verify-audit", folder}))
                .rootCause()
                .isInstanceOf(StartupFailure.class)
                .hasMessageEndingWith("là của bản minh họa.");
        assertThatThrownBy(() -> CommandContext.open(
                        new String[] {"--hoso.command=backup", folder, "--hoso.embedded.database=hoso_demo"}))
                .isInstanceOf(StartupFailure.class)
                .hasMessageEndingWith("chưa có bảng nào của chương trình.");
        assertThat(exit("backup", demonstration.root())).isNotZero();
        try (EmbeddedPostgresServer again = EmbeddedPostgresServer.start(demonstration, "hoso_demo");
                Connection superuser = again.server().connectAsSuperuser();
                Statement statement = superuser.createStatement();
                ResultSet hoso = statement.executeQuery("select count(*) from pg_database where datname = 'hoso'")) {
            assertThat(hoso.next()).isTrue();
            assertThat(hoso.getInt(1)).isZero();
        }
    }

    @Test
    void refusesAWrongPassword() {
        assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), server.username(), "sai"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
        assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), "postgres", server.password()))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
    }

    @Test
    void trustsNobodyWithoutAPassword() throws IOException {
        List<String> rules = Files.readAllLines(folder.cluster().resolve("pg_hba.conf")).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();

        assertThat(rules).isNotEmpty().allMatch(line -> line.endsWith("scram-sha-256"));
    }

    @Test
    void keepsItsPasswordForTheOwnerOnly() throws IOException {
        Path password = folder.cluster().resolve("superuser.password");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(password)).hasSizeGreaterThan(40);
    }

    /** The first administrator's link is among its lines. */
    @Test
    void keepsItsLogForTheOwnerOnly() throws IOException {
        assertThat(FilePermissions.in(folder.root()))
                .contains("ho-so-truc-tuyen.log rw-------", "postgresql-commands.log rw-------", "hoso.lock rw-------")
                .allMatch(file -> file.endsWith(" rw-------"));
    }

    @Test
    void worksWithARoleThatOwnsNothing() throws SQLException {
        assertThat(query("select string_agg(rolname, ' ' order by rolname) from pg_roles where rolname like 'hoso%'"
                        + " and not (rolsuper or rolcreatedb or rolcreaterole or rolreplication)"))
                .isEqualTo("hoso hoso_owner");
        assertThat(query("select current_user || ' ' || pg_get_userbyid(datdba) || ' ' || pg_encoding_to_char(encoding)"
                        + " from pg_database where datname = current_database()"))
                .isEqualTo("hoso hoso_owner UTF8");
    }

    @Test
    void handsOverADatabaseInWhichTheProgramStillOwnsEverything() throws SQLException, IOException {
        try (Connection superuser = server.server().connectAsSuperuser()) {
            superuser.createStatement().execute("create database earlier owner hoso");
        }
        try (Connection program =
                DriverManager.getConnection(server.server().jdbcUrl("earlier"), server.username(), server.password())) {
            program.createStatement().execute("create table figures as select 7 as figure");
        }
        try (Connection inside = server.server().connectAsSuperuser("earlier")) {
            ProgramDatabase.handOver(inside);
            ProgramDatabase.handOver(inside);
            try (ResultSet row = inside.createStatement()
                    .executeQuery("select pg_get_userbyid(relowner) || ' ' || pg_get_userbyid(datdba)"
                            + " from pg_class, pg_database where relname = 'figures' and datname = 'earlier'")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("hoso_owner hoso_owner");
            }
        }
    }

    @Test
    void sortsNamesInVietnameseOrder() throws SQLException {
        assertThat(query("select string_agg(name, ' ' order by name)"
                        + " from (values ('Đông Hà'), ('Da Krông'), ('Ái Tử'), ('Ea'), ('Bồ Bản')) as unit(name)"))
                .isEqualTo("Ái Tử Bồ Bản Da Krông Đông Hà Ea");
    }

    @Test
    void letsTheMigrationsAddTheExtensionForDateRanges() throws SQLException {
        try (Connection connection = connectAsOwner();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("create extension if not exists btree_gist"))
                    .isZero();
        }
    }

    @Test
    void refusesASecondCopyOnTheSameFolder() throws SQLException {
        assertThatThrownBy(() -> EmbeddedPostgresServer.start(folder, "hoso"))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContaining("Chương trình đang chạy")
                .hasMessageContaining(folder.toString());
        assertThat(query("select 1")).as("the first copy goes on").isEqualTo("1");
    }

    @Test
    void writesDownNothingOfWhatItRefuses() throws SQLException, IOException {
        try (Connection owner = connectAsOwner();
                Statement statement = owner.createStatement()) {
            statement.execute("create table person (name text primary key)");
            statement.execute("insert into person values ('Bùi Thị Xuân')");
            for (String refused : List.of(
                    "insert into person values ('Bùi Thị Xuân')",
                    "select cast('Bùi Thị Xuân' as integer)",
                    "do $$ begin raise warning 'Bùi Thị Xuân'; raise exception 'Bùi Thị Xuân'; end $$")) {
                assertThatThrownBy(() -> statement.execute(refused)).isInstanceOf(SQLException.class);
            }
        }
        assertThat(Files.readString(folder.log())).contains("ready to accept").doesNotContain("Thị", "person");
    }

    /** In the build one kill tells how much it adds; {@code -Dhoso.kills=30} does all thirty. */
    @Test
    @Order(Integer.MAX_VALUE - 2)
    void keepsBothLogsWithinAMegabyteOverThirtyKills() throws Exception {
        int kills = Integer.getInteger("hoso.kills", 1);
        long before = logged();
        for (int kill = 0; kill < kills; kill++) {
            ProcessHandle.of(server.server().pid()).orElseThrow().destroyForcibly();
            eventually("select 1", Duration.ofSeconds(60));
        }
        long added = (logged() - before) / kills;
        System.out.printf("Logs: %,d bytes in all, %,d a kill of the database%n", logged(), added);
        assertThat(added * 30).isLessThan(1_000_000);
        assertThat(logged()).isLessThan(1_000_000);

        Files.writeString(folder.log(), "a line like any other\n".repeat(20_000), StandardOpenOption.APPEND);
        Instant patience = Instant.now().plusSeconds(10);
        while (Files.size(folder.log()) > 1_000 && Instant.now().isBefore(patience)) {
            Thread.sleep(50);
        }
        refusesAWrongPassword();
        assertThat(Files.readString(folder.log()))
                .as("begun anew under the running server")
                .startsWith("2")
                .contains("FATAL")
                .hasSizeLessThan(2_000);
        assertThat(folder.log().resolveSibling("postgresql.log.1")).isNotEmptyFile();
    }

    private long logged() throws IOException {
        try (Stream<Path> files = Files.list(folder.root())) {
            return files.filter(file -> file.getFileName().toString().contains(".log"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    @Test
    @Order(Integer.MAX_VALUE - 1)
    void startsPostgresAgainWhenItDiesUnderTheProgram() throws Exception {
        try (Connection connection = connectAsOwner();
                Statement statement = connection.createStatement()) {
            statement.execute("create table kept as select 7 as figure; grant select on kept to hoso");
        }
        Instant killed = Instant.now();
        ProcessHandle.of(server.server().pid()).orElseThrow().destroyForcibly();

        assertThat(eventually("select figure from kept", Duration.ofSeconds(15)))
                .isEqualTo("7");
        System.out.println("PostgreSQL answers again "
                + Duration.between(killed, Instant.now()).toMillis() + " ms after it was killed");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void findsItsDataAgainAfterAStop() throws Exception {
        try (Connection connection = connectAsOwner();
                Statement statement = connection.createStatement()) {
            statement.execute("create table lasting as select 'Triệu Thành' as name; grant select on lasting to hoso");
        }
        PostgresServer former = server.server();
        server.close();

        // It has left its folder; the process itself may take a moment longer.
        Instant patience = Instant.now().plusSeconds(10);
        while (former.isAlive() && Instant.now().isBefore(patience)) {
            Thread.sleep(20);
        }
        assertThat(former.isAlive()).isFalse();
        server = EmbeddedPostgresServer.start(folder, "hoso");
        assertThat(query("select name from lasting")).isEqualTo("Triệu Thành");
    }

    private String show(String setting) throws SQLException {
        return query("select current_setting('" + setting + "')");
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), server.username(), server.password());
    }

    private Connection connectAsOwner() throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), server.ownerName(), server.ownerPassword());
    }

    private String eventually(String sql, Duration limit) throws Exception {
        Instant end = Instant.now().plus(limit);
        while (true) {
            try {
                return query(sql);
            } catch (SQLException e) {
                if (Instant.now().isAfter(end)) {
                    throw e;
                }
                Thread.sleep(100);
            }
        }
    }
}
