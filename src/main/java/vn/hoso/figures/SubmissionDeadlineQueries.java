package vn.hoso.figures;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.figures.domain.ReturnStatus;
import vn.hoso.figures.domain.SubmissionDeadlines;
import vn.hoso.period.StoredMonth;
import vn.hoso.shared.Formats;
import vn.hoso.shared.Rows;
import vn.hoso.units.ContactPerson;

/**
 * Reads which deadline each month has, how far the months have come by it, and which units are late. Each method is one statement,
 * whatever the number of months and units.
 */
@Component
public class SubmissionDeadlineQueries {

    /** How many of the units that owe a month are named. */
    private static final int NAMED = 5;

    /** What {@link #deadlines(ResultSet)} reads, for a statement that asks for something else as well. */
    private static final String COLUMNS = """
            (select array_agg(to_char(valid_from_month, 'YYYY-MM') order by id) from deadline_setting) as deadline_months,
            (select array_agg(cast(day as integer) order by id) from deadline_setting) as deadline_days,
            (select in_use_since from installation) as in_use_since
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    public SubmissionDeadlineQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What has been decided so far, the configured day from the first start on; and since when months are owed at all. */
    public SubmissionDeadlines deadlines() {
        return jdbc.sql("select " + COLUMNS).query((row, n) -> deadlines(row)).single();
    }

    private static SubmissionDeadlines deadlines(ResultSet row) throws SQLException {
        List<SubmissionDeadlines.Setting> settings = new ArrayList<>();
        Array months = row.getArray("deadline_months");
        if (months != null) {
            Integer[] days = (Integer[]) row.getArray("deadline_days").getArray();
            for (String month : (String[]) months.getArray()) {
                settings.add(new SubmissionDeadlines.Setting(YearMonth.parse(month), days[settings.size()]));
            }
        }
        LocalDate inUseSince = row.getObject("in_use_since", LocalDate.class);
        return new SubmissionDeadlines(settings, inUseSince == null ? null : YearMonth.from(inUseSince));
    }

    /**
     * A decision on the day.
     *
     * @param from the first month it holds for
     * @param day the last day in time, of the month after
     */
    public record Decision(YearMonth from, int day, String setBy, Instant setAt) {}

    /** Every decision, the latest first. */
    public List<Decision> decisions() {
        return jdbc.sql(
                        "select valid_from_month, day, set_by_name, set_at from deadline_setting order by valid_from_month desc, id desc")
                .query((row, n) -> new Decision(
                        Rows.month(row, "valid_from_month"),
                        row.getInt("day"),
                        row.getString("set_by_name"),
                        Rows.instant(row, "set_at")))
                .list();
    }

    /**
     * How far a month has come over all units.
     *
     * @param owed how many units have not handed it in
     * @param owedUnits the first {@link #NAMED} of these, by name
     * @param withOffice how many handed it in and are the Office's to submit again
     * @param officeUnits the first of these, by name
     * @param returns how many returns it has, by state
     * @param daysLate how many days ago its deadline was, or the first of the returns was sent back where nothing else is owed;
     *     0 while it is not over
     */
    public record MonthProgress(
            YearMonth month,
            boolean locked,
            int owed,
            List<String> owedUnits,
            int withOffice,
            List<String> officeUnits,
            Map<ReturnStatus, Integer> returns,
            long daysLate) {

        /** Whether its deadline is over. */
        public boolean late() {
            return daysLate > 0;
        }

        public int count(ReturnStatus status) {
            return returns.getOrDefault(status, 0);
        }
    }

    /**
     * The months of a stretch in which returns were due, in one statement.
     *
     * @param last the month that is under way, with the days of the calendar: it counts once its own are over
     */
    public List<MonthProgress> progress(YearMonth from, StoredMonth last) {
        return jdbc.sql("""
                        select cast(m as date) as month,
                            coalesce(gate.state = 'LOCKED' or gate.reopened_until < :today, false) as locked,
                            count(*) filter (where (r.status is null or r.status in ('DRAFT', 'RETURNED')) and r.with_office is not true) as owed,
                            count(*) filter (where r.with_office) as with_office,
                            (array_agg(v.name order by v.place, v.code)
                                filter (where (r.status is null or r.status in ('DRAFT', 'RETURNED')) and r.with_office is not true))[1: %1$d] as names,
                            (array_agg(v.name order by v.place, v.code) filter (where r.with_office))[1: %1$d] as office_names,
                            min(case when r.status is null or (r.status in ('DRAFT', 'RETURNED') and not r.with_office)
                                then coalesce(r.opened_at, sent_back_at(r.id), cast('1970-01-01' as timestamptz)) end) as owed_again_at,
                            count(*) filter (where r.status = 'DRAFT') as draft,
                            count(*) filter (where r.status = 'SUBMITTED') as submitted,
                            count(*) filter (where r.status = 'RETURNED') as returned,
                            count(*) filter (where r.status = 'APPROVED') as approved, %2$s
                        from generate_series(cast(:from as date), cast(:to as date), interval '1 month') m
                        join lateral unit_at(cast(m as date)) v on month_due(cast(m as date))
                        left join monthly_return r on r.unit_id = v.unit_id and r.month = cast(m as date)
                        left join reporting_month gate on gate.month = cast(m as date)
                        where cast(m as date) < :to or coalesce(gate.last_day, :ends) < :today
                        group by m, gate.state, gate.reopened_until order by m
                        """.formatted(NAMED, COLUMNS))
                .param("today", LocalDate.now(clock))
                .param("from", from.atDay(1))
                .param("to", last.month().atDay(1))
                .param("ends", last.lastDay())
                .query((row, n) -> {
                    Map<ReturnStatus, Integer> returns = new EnumMap<>(ReturnStatus.class);
                    for (ReturnStatus status : ReturnStatus.values()) {
                        returns.put(status, row.getInt(status.name().toLowerCase(Locale.ROOT)));
                    }
                    YearMonth month = Rows.month(row, "month");
                    return new MonthProgress(
                            month,
                            row.getBoolean("locked"),
                            row.getInt("owed"),
                            names(row, "names"),
                            row.getInt("with_office"),
                            names(row, "office_names"),
                            returns,
                            deadlines(row).daysLate(month, LocalDate.now(clock), Rows.day(row, "owed_again_at")));
                })
                .list();
    }

    private static List<String> names(ResultSet row, String column) throws SQLException {
        Array names = row.getArray(column);
        return names == null ? List.of() : List.of((String[]) names.getArray());
    }

    /**
     * A unit that may be called.
     *
     * @param late how many months it has not handed in although their deadline is over and they are open
     */
    public record UnitToAsk(ContactPerson contact, int late) {}

    /**
     * The units that are late with a month of a stretch, and these besides; in one statement. What is handed in is gathered
     * first, or every month that a unit ever reported would be gone through for each of the stretch.
     *
     * @param besides units that are called for another reason
     */
    public Map<Long, UnitToAsk> unitsToAsk(YearMonth from, YearMonth to, Collection<Long> besides) {
        LocalDate today = LocalDate.now(clock);
        Map<Long, UnitToAsk> found = new HashMap<>();
        jdbc.sql("""
                        with handed_in as materialized (
                            select unit_id, month from monthly_return
                            where month between cast(:from as date) and cast(:to as date) and (status not in ('DRAFT', 'RETURNED') or with_office or coalesce(opened_at, sent_back_at(id)) >= :midnight)),
                        open as materialized (
                            select cast(m as date) as month
                            from generate_series(cast(:from as date), cast(:to as date), interval '1 month') m
                            where month_due(cast(m as date)) and not exists (
                                select from reporting_month gate
                                where gate.month = cast(m as date) and (gate.state = 'LOCKED' or gate.reopened_until < :today))),
                        owing as (
                            select v.unit_id, array_agg(to_char(open.month, 'YYYY-MM')) as months
                            from open join lateral unit_at(open.month) v on true
                            where not exists (
                                select from handed_in where handed_in.unit_id = v.unit_id and handed_in.month = open.month)
                            group by v.unit_id)
                        select unit.id, unit.contact_name, unit.contact_phone, owing.months, %s
                        from unit left join owing on owing.unit_id = unit.id
                        where owing.unit_id is not null or unit.id = any(:besides)
                        """.formatted(COLUMNS))
                .param("from", from.atDay(1))
                .param("to", to.atDay(1))
                .param("today", today)
                .param("midnight", today.atStartOfDay(Formats.ZONE).toOffsetDateTime())
                .param("besides", besides.toArray(Long[]::new))
                .query(row -> {
                    SubmissionDeadlines deadlines = deadlines(row);
                    Array months = row.getArray("months");
                    int late = months == null
                            ? 0
                            : (int) Arrays.stream((String[]) months.getArray())
                                    .filter(month -> deadlines.daysLate(YearMonth.parse(month), today) > 0)
                                    .count();
                    found.put(
                            row.getLong("id"),
                            new UnitToAsk(
                                    new ContactPerson(row.getString("contact_name"), row.getString("contact_phone")),
                                    late));
                });
        return found;
    }
}
