package vn.hoso.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.ChainReport;
import vn.hoso.audit.ChainVerification;
import vn.hoso.audit.TrailEntry;
import vn.hoso.backup.Manifest.TableContent;
import vn.hoso.database.DirectConnections;
import vn.hoso.database.RunningCopies;
import vn.hoso.shared.Formats;

/**
 * Puts a package into a database, in one transaction from emptying it to the last migration: whatever happens, the database holds what
 * it held before or the whole package. It is brought to the schema that the package was read from, filled, compared with the
 * package table by table, its trail verified, and then brought to this program's schema.
 */
final class Restore {

    static final String ACTION = "backup.restored";

    private final PackageFile source;
    private final DirectConnections target;
    private final Clock clock;

    Restore(PackageFile source, DirectConnections target, Clock clock) {
        this.source = source;
        this.target = target;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param rows how many rows were loaded and compared
     * @param trail the trail, found whole
     * @param people who may do something else than before, or sign in another way: username → what differs
     */
    record Result(long rows, ChainReport trail, Map<String, String> people) {}

    /** What a database holds before it is replaced. */
    record Held(String organisation, long returns, long units) {

        boolean empty() {
            return returns == 0 && units == 0;
        }
    }

    /** @throws BackupException when the database does not answer, or copies of the program run on it */
    Held held() {
        try (Connection connection = target.asOwner()) {
            requireAlone(connection);
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            return has(jdbc, "monthly_return") ? jdbc.sql("""
                                    select coalesce((select name from organisation_version order by valid_from desc limit 1), '')
                                        as organisation,
                                        (select count(*) from monthly_return) as returns, (select count(*) from unit) as units
                                    """).query(Held.class).single() : new Held("", 0, 0);
        } catch (SQLException | DataAccessException e) {
            throw notReached(e);
        }
    }

    /** From now on until the connection ends no copy of the program starts. */
    private static void requireAlone(Connection connection) throws SQLException {
        if (!RunningCopies.excludeFrom(connection)) {
            throw new BackupException(
                    "Chương trình đang chạy trên cơ sở dữ liệu này.",
                    "Hãy tắt mọi bản đang chạy (dịch vụ, cửa sổ lệnh, máy khác) rồi khôi phục lại. Chưa có gì bị thay đổi.");
        }
    }

    private static boolean has(JdbcClient jdbc, String table) {
        return jdbc.sql("select to_regclass(:table) is not null")
                .param("table", table)
                .query(Boolean.class)
                .single();
    }

    private static BackupException notReached(Exception e) {
        return new BackupException(
                "Không mở được cơ sở dữ liệu để khôi phục (" + e.getMessage() + ").",
                "Hãy kiểm tra địa chỉ, tài khoản và quyền của vai trò sở hữu (spring.flyway.user). Chưa có gì bị thay"
                        + " đổi.",
                e);
    }

    /**
     * Does it.
     *
     * @param withoutSecondFactors true: authenticators are taken away, because the key of their secrets is lost; their owners
     *     enrol new ones
     * @throws BackupException when the package does not fit; the database is as it was
     */
    Result run(boolean withoutSecondFactors, Progress progress) {
        try (Connection connection = target.asOwner()) {
            requireAlone(connection);
            connection.setAutoCommit(false);
            try {
                Result result = load(connection, withoutSecondFactors, progress);
                connection.commit();
                connection.setAutoCommit(true);
                execute(connection, "analyze");
                return result;
            } catch (IOException | SQLException | RuntimeException e) {
                connection.rollback();
                throw e instanceof BackupException refused ? refused : failed(e);
            }
        } catch (SQLException e) {
            throw notReached(e);
        }
    }

    private BackupException failed(Exception e) {
        return new BackupException(
                "Không khôi phục được từ " + source.file() + " (" + e.getMessage() + ").",
                "Cơ sở dữ liệu vẫn như trước khi khôi phục. Hãy thử một gói khác, hoặc gửi thông báo này cho người hỗ trợ.",
                e);
    }

    private Result load(Connection connection, boolean withoutSecondFactors, Progress progress)
            throws IOException, SQLException {
        DataSource inside = new SingleConnectionDataSource(uncommitted(connection), true);
        JdbcClient jdbc = JdbcClient.create(inside);
        Map<String, String> before = people(jdbc);
        Manifest manifest = source.manifest();
        refuseNewer(inside, manifest);
        Flyway emptied = migrations(inside)
                .target(manifest.schema())
                .cleanDisabled(false)
                .load();
        emptied.clean();
        emptied.migrate();
        execute(connection, PackageWriter.THE_SAME_EVERYWHERE);
        Catalogue catalogue = Catalogue.of(jdbc);
        List<TableContent> order = matched(catalogue, manifest);
        fill(connection, catalogue, order, progress);
        number(jdbc, catalogue, manifest);
        ChainReport trail = ChainVerification.over(inside).verify(null);
        if (!trail.intact() || !trail.end().equals(manifest.trail())) {
            throw PackageFile.damaged(source.file(), "nhật ký trong gói không nguyên vẹn");
        }
        if (withoutSecondFactors) {
            jdbc.sql("delete from second_factor").update();
        }
        migrations(inside).callbacks(target.grants()).load().migrate();
        AuditTrail.recordRestored(
                inside,
                clock,
                TrailEntry.of(
                        ACTION,
                        String.valueOf(source.file().getFileName()),
                        Formats.time(manifest.made()) + ", " + manifest.rows()));
        return new Result(manifest.rows(), trail, differences(before, people(jdbc)));
    }

    private static org.flywaydb.core.api.configuration.FluentConfiguration migrations(DataSource inside) {
        return Flyway.configure().dataSource(inside).locations("classpath:db/migration");
    }

    private void refuseNewer(DataSource inside, Manifest manifest) {
        Set<String> known = new TreeSet<>();
        for (var each : migrations(inside).load().info().all()) {
            if (each.getVersion() != null && each.getState().isResolved()) {
                known.add(each.getVersion().getVersion());
            }
        }
        if (!known.contains(manifest.schema())) {
            throw new BackupException(
                    "Gói " + source.file() + " có lược đồ " + manifest.schema()
                            + " mà phiên bản chương trình này không biết.",
                    "Gói do phiên bản " + manifest.program()
                            + " ghi: hãy cài phiên bản đó hoặc mới hơn rồi khôi phục. Chưa có gì bị thay đổi.");
        }
    }

    /** Tables in the order of loading, each found to have the columns that were written. */
    private List<TableContent> matched(Catalogue catalogue, Manifest manifest) {
        Map<String, TableContent> written = manifest.byName();
        List<TableContent> order = catalogue.tables().stream()
                .filter(Catalogue.Table::kept)
                .map(table -> {
                    TableContent content = written.remove(table.name());
                    if (content == null || !content.columns().equals(table.columns())) {
                        throw PackageFile.damaged(source.file(), "bảng " + table.name() + " không đúng cột");
                    }
                    return content;
                })
                .toList();
        if (!written.isEmpty()) {
            throw PackageFile.damaged(source.file(), "có bảng lạ " + written.keySet());
        }
        if (!Set.copyOf(catalogue.sequences()).equals(manifest.sequences().keySet())) {
            throw PackageFile.damaged(source.file(), "các dãy số không khớp");
        }
        return order;
    }

    private void fill(Connection connection, Catalogue catalogue, List<TableContent> order, Progress progress)
            throws IOException, SQLException {
        Map<String, Catalogue.Table> tables = new TreeMap<>();
        for (Catalogue.Table table : catalogue.tables()) {
            tables.put(table.name(), table);
            execute(connection, "alter table " + Catalogue.quoted(table.name()) + " disable trigger user");
        }
        execute(
                connection,
                "truncate "
                        + String.join(
                                ", ",
                                tables.keySet().stream().map(Catalogue::quoted).toList()));
        CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
        int all = order.size() * 2;
        int[] done = {0};
        source.each(order, (content, rows) -> {
            copyIn(copies, Objects.requireNonNull(tables.get(content.name())), rows);
            progress.reached(++done[0], all);
        });
        for (TableContent content : order) {
            requireSame(copies, Objects.requireNonNull(tables.get(content.name())), content);
            progress.reached(++done[0], all);
        }
        for (String table : tables.keySet()) {
            execute(connection, "alter table " + Catalogue.quoted(table) + " enable trigger user");
        }
    }

    private void copyIn(CopyManager copies, Catalogue.Table table, InputStream rows) throws IOException {
        try {
            copies.copyIn(table.copyIn(), rows);
        } catch (SQLException refused) {
            throw PackageFile.damaged(source.file(), "bảng " + table.name() + " có dòng không hợp lệ");
        }
    }

    private void requireSame(CopyManager copies, Catalogue.Table table, TableContent content)
            throws IOException, SQLException {
        MessageDigest digest = Seal.sha256();
        long rows = copies.copyOut(table.copyOut(), new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        if (rows != content.rows() || !HexFormat.of().formatHex(digest.digest()).equals(content.sha256())) {
            throw PackageFile.damaged(source.file(), "bảng " + table.name() + " đọc lại không khớp");
        }
    }

    private static void number(JdbcClient jdbc, Catalogue catalogue, Manifest manifest) {
        for (String sequence : catalogue.sequences()) {
            Long last = manifest.sequences().get(sequence);
            jdbc.sql("""
                            select setval(format('%I.%I', schemaname, sequencename)::regclass, coalesce(:last, start_value),
                                :last is not null)
                            from pg_sequences where schemaname = current_schema() and sequencename = :name
                            """.replace(":last", "cast(:last as bigint)"))
                    .param("last", last)
                    .param("name", sequence)
                    .query(row -> {});
        }
    }

    /** What each person may do and how they sign in, as one text. */
    private static Map<String, String> people(JdbcClient jdbc) {
        Map<String, String> people = new TreeMap<>();
        if (has(jdbc, "app_user")) {
            jdbc.sql("""
                            select u.username, concat_ws(', ', u.role, case when u.enabled then 'đang dùng' else 'đã khóa' end,
                                'mật khẩu từ ' || to_char(u.password_changed_at at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY HH24:MI'),
                                case when exists (select from second_factor f where f.user_id = u.id) then 'có mã xác thực' end)
                            from app_user u
                            """).query(row -> {
                people.put(row.getString(1), row.getString(2));
            });
        }
        return people;
    }

    private static Map<String, String> differences(Map<String, String> before, Map<String, String> after) {
        Map<String, String> differences = new TreeMap<>();
        before.forEach((name, state) -> {
            String now = after.getOrDefault(name, "không có");
            if (!now.equals(state)) {
                differences.put(name, state + " → " + now);
            }
        });
        if (!before.isEmpty()) {
            after.forEach((name, state) -> {
                if (!before.containsKey(name)) {
                    differences.put(name, "không có → " + state);
                }
            });
        }
        return differences;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The connection for those who commit on the way: they do not, for everything is one transaction. */
    private static Connection uncommitted(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Restore.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    boolean ends = Set.of("commit", "setAutoCommit", "close").contains(method.getName())
                            || method.getName().equals("rollback") && method.getParameterCount() == 0;
                    return ends ? null : call(connection, method, arguments);
                });
    }

    private static @Nullable Object call(
            Connection connection, java.lang.reflect.Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw Objects.requireNonNullElse(e.getCause(), e);
        }
    }
}
