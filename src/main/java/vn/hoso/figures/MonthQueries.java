package vn.hoso.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.figures.CorrectionQueries.Correction;
import vn.hoso.figures.domain.AsOf;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.figures.domain.ReturnStatus;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Rows;
import vn.hoso.units.Unit;
import vn.hoso.units.Units;

/** Reads a month with the months it is compared with: five statements, whatever the number of units. */
@Component
public class MonthQueries {

    private final Units units;
    private final ReportingMonths months;
    private final ReviewRemarkQueries remarks;
    private final CorrectionQueries corrections;
    private final JdbcClient jdbc;
    private final Clock clock;

    MonthQueries(
            Units units,
            ReportingMonths months,
            ReviewRemarkQueries remarks,
            CorrectionQueries corrections,
            JdbcClient jdbc,
            Clock clock) {
        this.units = units;
        this.months = months;
        this.remarks = remarks;
        this.corrections = corrections;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A month as one reader may see it.
     *
     * @param lock who locked it and when; null while it is open
     * @param reopening who opened it again and for how long; null if it is locked or never was
     * @param units the reader's units of that month, in the order of documents
     * @param remarks what units were asked to look at and have not answered
     * @param corrections by unit, what was proposed in the place of approved figures and waits for a decision
     */
    public record MonthSnapshot(
            YearMonth month,
            @Nullable MonthLock lock,
            @Nullable Reopening reopening,
            List<Unit> units,
            Map<ReturnKey, StoredReturn> returns,
            Map<Long, List<Remark>> remarks,
            Map<Long, Correction> corrections) {

        public List<Remark> remarksOf(long unitId) {
            return remarks.getOrDefault(unitId, List.of());
        }

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

    /**
     * Why no figure of a month changes.
     *
     * @param by who locked it, or reopened it until a day that is over
     * @param reopenedUntil that day; null where it was locked by hand
     */
    public record MonthLock(
            @Nullable String by,
            @Nullable Instant at,
            @Nullable LocalDate reopenedUntil) {}

    /** A locked month that is open up to the end of a day, and why. */
    public record Reopening(String by, LocalDate until, String reason) {}

    /**
     * What a reviewer asks a unit to look at.
     *
     * @param measure the cell it is about, null for the return as a whole
     */
    public record Remark(long id, @Nullable Measure measure, String text, String by, Instant at) {}

    public record ReturnKey(long unitId, YearMonth month) {}

    /**
     * A return as it is stored.
     *
     * @param complete whether it is counted and can be submitted
     * @param enteredBy who typed the figures, null if the program did
     * @param changedBy who moved it last, by entering or by a verb of the workflow
     */
    public record StoredReturn(
            ReturnFigures figures,
            int version,
            ReturnStatus status,
            boolean complete,
            @Nullable Long enteredBy,
            String changedBy,
            Instant changedAt) {}

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public MonthSnapshot read(YearMonth month, CurrentUser reader) {
        List<Unit> visible = units.visibleTo(reader, month);
        ReportingMonth gate = months.findById(month.atDay(1)).orElse(null);
        LocalDate today = LocalDate.now(clock);
        List<Long> unitIds = visible.stream().map(Unit::id).toList();
        return new MonthSnapshot(
                month,
                gate == null ? null : gate.lock(today),
                gate == null ? null : gate.reopening(today),
                visible,
                returns(month, visible, AsOf.NOW),
                remarks.open(month, unitIds),
                corrections.pending(month, unitIds));
    }

    /** A month as it was known before an instant, under the names its units have in that month; two statements. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public MonthSnapshot known(YearMonth month, Instant before, CurrentUser reader) {
        List<Unit> visible = units.visibleTo(reader, month);
        return new MonthSnapshot(
                month, null, null, visible, returns(month, visible, new AsOf.KnownBefore(before)), Map.of(), Map.of());
    }

    private Map<ReturnKey, StoredReturn> returns(YearMonth month, List<Unit> visible, AsOf viewpoint) {
        Map<ReturnKey, StoredReturn> found = new HashMap<>();
        String typist = viewpoint.equals(AsOf.NOW) ? "entered_by" : "cast(null as bigint) as entered_by";
        String sql = """
                        select unit_id, month, version, status, complete, changed_by_name, changed_at,
                        """ + typist + ", " + FigureColumns.ALL + " from " + CountedReturnSql.of(viewpoint) + """
                         r where month in (:month, :previous, :lastYear) and unit_id = any(:units)
                        """;
        CountedReturnSql.bind(jdbc.sql(sql), viewpoint)
                .param("month", month.atDay(1))
                .param("previous", month.minusMonths(1).atDay(1))
                .param("lastYear", month.minusYears(1).atDay(1))
                .param("units", visible.stream().map(Unit::id).toArray(Long[]::new))
                .query(row -> {
                    YearMonth of = Rows.month(row, "month");
                    found.put(new ReturnKey(row.getLong("unit_id"), of), stored(row));
                });
        return found;
    }

    private static StoredReturn stored(ResultSet row) throws SQLException {
        return new StoredReturn(
                FigureColumns.figures(row),
                row.getInt("version"),
                ReturnStatus.valueOf(row.getString("status")),
                row.getBoolean("complete"),
                row.getObject("entered_by", Long.class),
                row.getString("changed_by_name"),
                Rows.instant(row, "changed_at"));
    }
}
