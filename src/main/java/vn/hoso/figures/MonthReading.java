package vn.hoso.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.security.CurrentUser;
import vn.hoso.units.Unit;
import vn.hoso.units.Units;

/** Reads a month with the months it is compared with: three statements, whatever the number of units. */
@Component
public class MonthReading {

    private final Units units;
    private final JdbcClient jdbc;

    MonthReading(Units units, JdbcClient jdbc) {
        this.units = units;
        this.jdbc = jdbc;
    }

    /**
     * A month as one reader may see it.
     *
     * @param lock who locked it and when; null while it is open
     * @param units the reader's units of that month, in the order of documents
     */
    public record MonthSnapshot(
            YearMonth month, @Nullable MonthLock lock, List<Unit> units, Map<ReturnKey, StoredReturn> returns) {

        public @Nullable StoredReturn of(long unitId) {
            return returns.get(new ReturnKey(unitId, month));
        }

        public @Nullable StoredReturn previousOf(long unitId) {
            return returns.get(new ReturnKey(unitId, month.minusMonths(1)));
        }

        public @Nullable StoredReturn lastYearOf(long unitId) {
            return returns.get(new ReturnKey(unitId, month.minusYears(1)));
        }
    }

    public record MonthLock(@Nullable String by, @Nullable Instant at) {}

    public record ReturnKey(long unitId, YearMonth month) {}

    public record StoredReturn(
            ReturnFigures figures,
            int version,
            ReturnStatus status,
            boolean complete,
            String changedBy,
            Instant changedAt) {}

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public MonthSnapshot read(YearMonth month, CurrentUser reader) {
        List<Unit> visible = units.visibleTo(reader, month);
        return new MonthSnapshot(month, lock(month), visible, returns(month, visible));
    }

    private @Nullable MonthLock lock(YearMonth month) {
        return jdbc.sql(
                        "select changed_by_name, changed_at from reporting_month where month = :month and state = 'LOCKED'")
                .param("month", month.atDay(1))
                .query((row, n) -> new MonthLock(row.getString("changed_by_name"), time(row)))
                .optional()
                .orElse(null);
    }

    private Map<ReturnKey, StoredReturn> returns(YearMonth month, List<Unit> visible) {
        Map<ReturnKey, StoredReturn> found = new HashMap<>();
        jdbc.sql("""
                        select unit_id, month, full_process_received, full_process_online, full_process_na, partial_received,
                            partial_online, partial_na, dossiers_received, online_reported, payable, paid_online, note,
                            version, status, complete, changed_by_name, changed_at
                        from monthly_return where month in (:month, :previous, :lastYear) and unit_id = any(:units)
                        """)
                .param("month", month.atDay(1))
                .param("previous", month.minusMonths(1).atDay(1))
                .param("lastYear", month.minusYears(1).atDay(1))
                .param("units", visible.stream().map(Unit::id).toArray(Long[]::new))
                .query(row -> {
                    YearMonth of = YearMonth.from(row.getObject("month", LocalDate.class));
                    found.put(new ReturnKey(row.getLong("unit_id"), of), stored(row));
                });
        return found;
    }

    private static StoredReturn stored(ResultSet row) throws SQLException {
        return new StoredReturn(
                new ReturnFigures(cells(row), row.getString("note")),
                row.getInt("version"),
                ReturnStatus.valueOf(row.getString("status")),
                row.getBoolean("complete"),
                row.getString("changed_by_name"),
                time(row));
    }

    private static Map<Measure, Cell> cells(ResultSet row) throws SQLException {
        boolean noFullProcess = row.getBoolean("full_process_na");
        boolean noPartial = row.getBoolean("partial_na");
        Map<Measure, Cell> cells = new EnumMap<>(Measure.class);
        cells.put(Measure.FULL_PROCESS_RECEIVED, cell(row, "full_process_received", noFullProcess));
        cells.put(Measure.FULL_PROCESS_ONLINE, cell(row, "full_process_online", noFullProcess));
        cells.put(Measure.PARTIAL_RECEIVED, cell(row, "partial_received", noPartial));
        cells.put(Measure.PARTIAL_ONLINE, cell(row, "partial_online", noPartial));
        cells.put(Measure.DOSSIERS_RECEIVED, cell(row, "dossiers_received", false));
        cells.put(Measure.ONLINE_REPORTED, cell(row, "online_reported", false));
        cells.put(Measure.PAYABLE, cell(row, "payable", false));
        cells.put(Measure.PAID_ONLINE, cell(row, "paid_online", false));
        return cells;
    }

    private static Cell cell(ResultSet row, String column, boolean notApplicable) throws SQLException {
        int number = row.getInt(column);
        boolean reported = !row.wasNull();
        return FigureColumns.cell(reported ? number : null, notApplicable);
    }

    private static Instant time(ResultSet row) throws SQLException {
        return row.getObject("changed_at", OffsetDateTime.class).toInstant();
    }
}
