package vn.hoso.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the program refuses to start on, each started as a process of its own: its Vietnamese text with the next step, exit code 1, no
 * stack trace, and the folder as it was.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StartRefusalsTest {

    private static final int HANG_SECONDS = 240;

    @TempDir
    static Path parent;

    private EmbeddedPostgresServer server;
    private ServerSocket taken;
    private int number;

    /** A start and what prevents it. */
    private enum Refused {
        UNKNOWN_COMMAND("Không có lệnh \"bakcup\"", "verify-audit"),
        COMMAND_APART("Không có lệnh \"\"", "--hoso.command=backup"),
        PORT_TAKEN("cổng đang được chương trình khác dùng", "--server.port=8090"),
        SECOND_COPY("Chương trình đang chạy", "Hãy"),
        OTHER_POSTGRES("chứa dữ liệu của PostgreSQL 17", "Hãy"),
        FILE_MISSING("thiếu tệp global/pg_control", "khôi phục thư mục này từ bản sao lưu"),
        DAMAGED("PostgreSQL không khởi động được", "khôi phục từ bản sao lưu"),
        READ_ONLY("chế độ chỉ đọc", "quyền đọc và ghi"),
        OTHER_OWNER("thuộc về người dùng", "quyền đọc và ghi"),
        EMPTIED("trước đây có số liệu, nay trống", "--hoso.embedded.start-empty=true"),
        STARTED_ELSEWHERE("lần trước chương trình dùng số liệu ở", "--hoso.data-dir="),
        NO_DATABASE("Không kết nối được cơ sở dữ liệu", "spring.datasource.url"),
        WRONG_PASSWORD("không nhận tên", "spring.datasource"),
        UNKNOWN_DATABASE("không có cơ sở dữ liệu này", "spring.datasource.url"),
        /** Refused last, of a whole program; another key in its place is refused at the same place (SignInTest). */
        KEY_MISSING("Thiếu khóa của mã xác thực", "start-without-second-factors");

        private final String what;
        private final String whatToDo;

        Refused(String what, String whatToDo) {
            this.what = what;
            this.whatToDo = whatToDo;
        }
    }

    @BeforeAll
    void startADatabase() throws IOException {
        server = EmbeddedPostgresServer.start(Scratch.used(parent.resolve("server")), "hoso");
        taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
    }

    @AfterAll
    void stopIt() throws IOException {
        server.close();
        taken.close();
    }

    /** Only root can give a folder away. */
    static Stream<Refused> refused() {
        boolean root = System.getProperty("user.name").equals("root");
        return Stream.of(Refused.values()).filter(each -> root || each != Refused.OTHER_OWNER);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void saysWhyAndWhatToDoAndTouchesNothing(Refused refused) throws Exception {
        Path home = Files.createDirectory(parent.resolve("case-" + ++number));
        Path data = home.resolve("data");
        List<String> settings = new ArrayList<>();
        settings.add("--hoso.embedded.known-folders=" + home.resolve("known"));
        settings.add("--hoso.security.second-factor-required=false");
        FolderLock copy = prepare(refused, home, data, settings);
        if (settings.stream().noneMatch(setting -> setting.startsWith("--server.port"))) {
            settings.add("--server.port=0");
        }
        String before = Files.exists(data.resolve("postgresql")) ? Scratch.fingerprint(data.resolve("postgresql")) : "";

        Path output = home.resolve("output");
        Process program = start(home, output, settings);
        assertThat(program.waitFor(HANG_SECONDS, TimeUnit.SECONDS)).isTrue();
        if (copy != null) {
            copy.close();
        }

        String told = Files.readString(output);
        assertThat(told)
                .contains("CHƯƠNG TRÌNH KHÔNG KHỞI ĐỘNG ĐƯỢC", refused.what, "Cần làm: ", refused.whatToDo)
                .doesNotContain("\tat ", "Exception", "APPLICATION FAILED");
        assertThat(program.exitValue()).isEqualTo(1);
        assertThat(Files.exists(data.resolve("postgresql")) ? Scratch.fingerprint(data.resolve("postgresql")) : "")
                .isEqualTo(before);
        assertThat(home.resolve("data/second-factor.key")).doesNotExist();
    }

    private FolderLock prepare(Refused refused, Path home, Path data, List<String> settings)
            throws IOException, SQLException {
        switch (refused) {
            case UNKNOWN_COMMAND -> settings.add("--hoso.command=bakcup");
            case COMMAND_APART -> settings.addAll(List.of("--hoso.command", "backup"));
            case PORT_TAKEN -> settings.add("--server.port=" + taken.getLocalPort());
            case SECOND_COPY -> {
                return FolderLock.acquire(Scratch.used(data));
            }
            case OTHER_POSTGRES -> Files.writeString(used(data).resolve("PG_VERSION"), "17\n");
            case FILE_MISSING -> Files.delete(used(data).resolve("global/pg_control"));
            case DAMAGED -> {
                byte[] control = Files.readAllBytes(used(data).resolve("global/pg_control"));
                for (int i = 0; i < 200; i++) {
                    control[i] ^= 0x55;
                }
                Files.write(data.resolve("postgresql/global/pg_control"), control);
            }
            case READ_ONLY -> Files.setPosixFilePermissions(used(data), PosixFilePermissions.fromString("r-x------"));
            case OTHER_OWNER ->
                Files.setOwner(
                        used(data),
                        parent.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
            case EMPTIED ->
                Files.writeString(home.resolve("known"), home.toRealPath().resolve("data") + "\n");
            case STARTED_ELSEWHERE -> {
                Path old = Files.createDirectories(home.resolve("cũ/postgresql"));
                Files.writeString(old.resolve("PG_VERSION"), "18\n");
                Files.writeString(home.resolve("known"), old.getParent() + "\n");
            }
            default -> external(refused, settings);
        }
        return null;
    }

    private static Path used(Path data) throws IOException {
        return Scratch.used(data).cluster();
    }

    private void external(Refused refused, List<String> settings) throws SQLException {
        if (refused == Refused.KEY_MISSING) {
            flyway("").load().migrate();
            run("""
                    insert into app_user (username, display_name, role, created_at)
                    select 'mai', 'Mai', 'ADMINISTRATOR', now() where not exists (select from app_user);
                    insert into second_factor (user_id, secret, created_at)
                    select id, '\\x00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff', now() from app_user
                    on conflict do nothing
                    """);
        }
        String url = server.jdbcUrl();
        if (refused == Refused.NO_DATABASE) {
            url = url.replaceFirst(":\\d+/", ":1/");
            settings.add("--hoso.database.start-wait=1s");
        } else if (refused == Refused.UNKNOWN_DATABASE) {
            url += "_khac";
        }
        settings.add("--spring.datasource.url=" + url);
        settings.add("--spring.datasource.username=" + server.ownerName());
        settings.add(
                "--spring.datasource.password=" + (refused == Refused.WRONG_PASSWORD ? "sai" : server.ownerPassword()));
    }

    private FluentConfiguration flyway(String more) {
        return Flyway.configure()
                .dataSource(server.jdbcUrl(), server.ownerName(), server.ownerPassword())
                .locations("filesystem:db/migration" + more)
                .group(true);
    }

    private void run(String statements) throws SQLException {
        try (Connection owner =
                        DriverManager.getConnection(server.jdbcUrl(), server.ownerName(), server.ownerPassword());
                Statement statement = owner.createStatement()) {
            statement.execute(statements);
        }
    }

    private static Process start(Path home, Path output, List<String> settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-BytecodeVerificationRemote",
                "-Xmx512m",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                absolute(System.getProperty("java.class.path")),
                "vn.hoso.HosoApplication"));
        command.addAll(settings);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SPRING_") || name.startsWith("HOSO_"));
        return builder.start();
    }

    /** The tests' own class path without their classes' settings, for a process in another folder. */
    private static String absolute(String classPath) {
        return Stream.of(classPath.split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath())
                .filter(entry -> !entry.endsWith("test-classes"))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Test
    void aServerThatTheMigrationsAreTooNewForIsNamed() {
        assertThatThrownBy(() -> StartChecks.requireVersion(16, "postgresql://may-chu/hoso"))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContaining("PostgreSQL 16")
                .hasMessageContaining("17 trở lên");
        StartChecks.requireVersion(17, "postgresql://may-chu/hoso");
    }

    /** Where the programs of the old version are gone, nothing can read its folder; it stays as it is. */
    @Test
    void anOlderFolderIsCarriedOverOnlyByThePrograms() throws Exception {
        Path folder = Files.createDirectories(parent.resolve("carried-over"));
        Path cluster = Files.createDirectories(folder.resolve("postgresql"));
        Files.writeString(cluster.resolve("PG_VERSION"), "17\n");
        assertThatThrownBy(() -> ClusterUpgrade.begin(folder.toString(), "hoso"))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContaining("Không còn bộ PostgreSQL 17");
        assertThat(Files.readString(cluster.resolve("PG_VERSION"))).isEqualTo("17\n");
        Files.writeString(cluster.resolve("PG_VERSION"), "18\n");
        assertThatThrownBy(() -> ClusterUpgrade.begin(folder.toString(), "hoso"))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContaining("đã là PostgreSQL 18");
    }

    @Test
    void anUpgradeThatFailsIsTakenBackAndAnOlderProgramRefusesANewerSchema() throws Exception {
        SchemaUpgrade upgrade = new SchemaUpgrade();
        upgrade.migrate(flyway("").load());
        List<String> before = applied();
        Path more = Files.createDirectories(parent.resolve("later"));
        Files.writeString(more.resolve("V999812310000__half_way.sql"), "create table half_way (id bigint);");
        Files.writeString(more.resolve("V999912310000__fails.sql"), "alter table half_way add constraint nonsense;");

        assertThatThrownBy(() -> upgrade.migrate(flyway("")
                        .locations("filesystem:db/migration", "filesystem:" + more)
                        .load()))
                .isInstanceOfSatisfying(StartupFailure.class, refusal -> {
                    assertThat(refusal).hasMessageContaining("V999912310000__fails.sql");
                    assertThat(refusal.whatToDo()).contains("phiên bản chương trình trước đó");
                });
        assertThat(applied()).isEqualTo(before);
        // The program before it still starts.
        upgrade.migrate(flyway("").load());

        run(
                "insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by,"
                        + " execution_time, success) values (100000, '999912310000', 'newer', 'SQL', 'V999912310000__newer.sql', 'x', 1, true)");
        assertThatThrownBy(() -> upgrade.migrate(flyway("").load()))
                .isInstanceOfSatisfying(StartupFailure.class, refusal -> {
                    assertThat(refusal)
                            .hasMessageContaining("phiên bản mới hơn")
                            .hasMessageContaining("999912310000");
                    assertThat(refusal.whatToDo()).contains("phiên bản chương trình mới");
                });
        run("delete from flyway_schema_history where installed_rank = 100000");
    }

    /** Every table with its number of columns, and every step of the schema's history. */
    private List<String> applied() throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection owner =
                        DriverManager.getConnection(server.jdbcUrl(), server.ownerName(), server.ownerPassword());
                ResultSet row = owner.createStatement().executeQuery("""
                        select table_name || ' ' || count(*) from information_schema.columns
                        where table_schema = 'public' group by table_name
                        union all select 'V' || coalesce(version, '') from flyway_schema_history order by 1
                        """)) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        return rows;
    }
}
