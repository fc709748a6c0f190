package vn.hoso.backup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.ChainReport;
import vn.hoso.audit.ChainVerification;
import vn.hoso.audit.TrailEntry;
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
     * @param people who may do something else than before, or sign in another way, and which links to the wall open again: what differs, by username or link
     * @param database the server and its alphabetical order
     */
    record Result(long rows, ChainReport trail, Map<String, String> people, String database) {}

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

    static boolean has(JdbcClient jdbc, String table) {
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
        DataSource inside = new SingleConnectionDataSource(Uncommitted.over(connection), true);
        JdbcClient jdbc = JdbcClient.create(inside);
        Map<String, String> before = PeopleStates.of(jdbc);
        Manifest manifest = source.manifest();
        refuseNewer(inside, manifest);
        Flyway emptied = migrations(inside)
                .target(manifest.schema())
                .cleanDisabled(false)
                .load();
        emptied.clean();
        emptied.migrate();
        execute(connection, PackageWriter.THE_SAME_EVERYWHERE);
        new PackageLoader(source, connection, Catalogue.of(jdbc)).load(jdbc, progress);
        ChainReport trail = ChainVerification.over(inside).verify(null);
        if (!trail.intact() || !trail.end().equals(manifest.trail())) {
            throw PackageFile.damaged(source.file(), "nhật ký trong gói không nguyên vẹn");
        }
        if (withoutSecondFactors) {
            // By hand: JPA knows nothing of this connection until it is committed.
            jdbc.sql("delete from second_factor").update();
        }
        migrations(inside).callbacks(target.grants()).load().migrate();
        AuditTrail.recordRestored(
                inside,
                clock,
                TrailEntry.of(
                        ACTION,
                        String.valueOf(source.file().getFileName()),
                        Formats.time(manifest.made()) + ", " + Formats.count(manifest.rows())));
        return new Result(
                manifest.rows(),
                trail,
                PeopleStates.differences(before, PeopleStates.of(jdbc)),
                ManifestQueries.database(jdbc));
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

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
