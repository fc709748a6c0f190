package vn.hoso.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.figures.domain.FiguresAsOf;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.figures.domain.ReturnStatus;
import vn.hoso.period.StoredMonth;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Rows;
import vn.hoso.units.Unit;
import vn.hoso.units.Units;

/** Reads a month: three statements, whatever the number of units. */
@Component
public class MonthQueries {

    private final Units units;
    private final ReportingMonths months;
    private final ReturnCalendarSettings calendars;
    private final JdbcClient jdbc;
    private final Clock clock;

    MonthQueries(Units units, ReportingMonths months, ReturnCalendarSettings calendars, JdbcClient jdbc, Clock clock) {
        this.units = units;
        this.months = months;
        this.calendars = calendars;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A month as one reader may see it.
     *
     * @param days those that it counts
     * @param lock who locked it and when; null while it is open
     * @param units the reader's units of that month, in the order of documents
     * @param returns by unit
     */
    public record MonthSnapshot(
            StoredMonth days, @Nullable MonthLock lock, List<Unit> units, Map<Long, StoredReturn> returns) {

        public YearMonth month() {
            return days.month();
        }

        public @Nullable StoredReturn of(long unitId) {
            return returns.get(unitId);
        }
    }

    /** One unit's month and its days; null where nothing is stored, and while it is open. */
    public record UnitMonth(
            StoredMonth days,
            @Nullable MonthLock lock,
            @Nullable StoredReturn stored) {}

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
     * @param openedAt when its unit entered figures over those that it had handed in; null for every other, and as known on a day
     * @param changedBy who moved it last, by entering or by a verb of the workflow
     */
    public record StoredReturn(
            ReturnFigures figures,
            int version,
            ReturnStatus status,
            boolean complete,
            @Nullable Long enteredBy,
            @Nullable Instant openedAt,
            String changedBy,
            Instant changedAt) {}

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public MonthSnapshot read(YearMonth month, CurrentUser reader) {
        List<Unit> visible = units.visibleTo(reader, month);
        Gate gate = gate(month);
        return new MonthSnapshot(
                gate.days(),
                gate.lock(),
                visible,
                returns(month, visible.stream().map(Unit::id).toList()));
    }

    /** Who locked the month; null while it is open. One statement. */
    public @Nullable MonthLock lock(YearMonth month) {
        return gate(month).lock();
    }

    /** A unit's month as it is now; two statements. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public UnitMonth ofUnit(YearMonth month, long unitId) {
        Gate gate = gate(month);
        return new UnitMonth(
                gate.days(), gate.lock(), returns(month, List.of(unitId)).get(unitId));
    }

    /** Which days the month counts, and whether its figures can be entered. */
    public record Gate(
            StoredMonth days,
            @Nullable MonthLock lock,
            @Nullable Reopening reopening) {}

    Gate gate(YearMonth month) {
        LocalDate today = LocalDate.now(clock);
        ReportingMonth stored = months.findById(month.atDay(1)).orElse(null);
        return stored == null
                ? new Gate(calendars.current().days(month), null, null)
                : new Gate(stored.days(), stored.lock(today), stored.reopening(today));
    }

    /** By unit, the month's returns; one statement. */
    Map<Long, StoredReturn> returns(YearMonth month, Collection<Long> unitIds) {
        return returns(List.of(month), unitIds, FiguresAsOf.NOW).entrySet().stream()
                .collect(Collectors.toMap(each -> each.getKey().unitId(), Map.Entry::getValue));
    }

    Map<ReturnKey, StoredReturn> returns(List<YearMonth> months, Collection<Long> unitIds, FiguresAsOf viewpoint) {
        Map<ReturnKey, StoredReturn> found = new HashMap<>();
        String typist = viewpoint.equals(FiguresAsOf.NOW)
                ? "entered_by, opened_at"
                : "cast(null as bigint) as entered_by, cast(null as timestamptz) as opened_at";
        String sql = """
                        select unit_id, month, version, status, complete, changed_by_name, changed_at,
                        """ + typist + ", " + FigureColumns.ALL + " from " + CountedReturnSql.of(viewpoint) + """
                         r where month in (:months) and unit_id = any(:units)
                        """;
        CountedReturnSql.bind(jdbc.sql(sql), viewpoint)
                .param("months", months.stream().map(each -> each.atDay(1)).toList())
                .param("units", unitIds.toArray(Long[]::new))
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
                row.getObject("opened_at") == null ? null : Rows.instant(row, "opened_at"),
                row.getString("changed_by_name"),
                Rows.instant(row, "changed_at"));
    }
}
