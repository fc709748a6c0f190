package vn.hoso.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.figures.domain.ReturnStatus;
import vn.hoso.figures.domain.SubmissionDeadlines;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Rows;
import vn.hoso.units.UnitFilter;

/** How far the returns of a year have come, unit by unit and month by month, and what is left to do. */
@Component
public class CompletenessQueries {

    private final JdbcClient jdbc;
    private final SubmissionDeadlineQueries settings;
    private final Clock clock;

    CompletenessQueries(JdbcClient jdbc, SubmissionDeadlineQueries settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * One unit's month.
     *
     * @param unit the unit's name in that month
     * @param status null if nothing was entered
     * @param complete whether every required figure is there
     * @param due whether a return is expected at all: from the first month of use on
     * @param opened whether its unit entered figures over those that it had handed in, and has not handed any in since
     * @param locked whether no figure of the month changes any more
     * @param daysLate after the deadline: until it was first submitted, or until today; of one that was sent back the days since
     *     then, if these are more; none of those that lie with the Office; 0 if in time
     */
    public record UnitMonthState(
            long unitId,
            String unit,
            YearMonth month,
            @Nullable ReturnStatus status,
            boolean complete,
            boolean due,
            boolean opened,
            boolean locked,
            long daysLate) {}

    /**
     * A month of all the reader's units.
     *
     * @param units how many existed in it
     * @param begun of how many anything was entered
     * @param complete of how many every required figure is there
     */
    public record MonthTotal(YearMonth month, int units, int begun, int complete, boolean locked) {}

    /**
     * A year of all the reader's units.
     *
     * @param units how many existed in one of its months
     * @param found how many of these the filter finds
     * @param months January to December
     */
    public record YearTotals(int units, int found, List<MonthTotal> months) {}

    /** In one statement how many there are, whatever the filter shows of them. */
    public YearTotals findTotals(int year, CurrentUser reader, UnitFilter filter) {
        int[] counted = new int[2];
        List<MonthTotal> months = jdbc.sql("""
                        with listed as (
                            select cast(m as date) as month, v.unit_id
                            from generate_series(make_date(:year, 1, 1), make_date(:year, 12, 1), interval '1 month') m
                            join lateral unit_at(cast(m as date)) v on :every or v.unit_id = any(:mine))
                        select cast(m as date) as month, count(listed.unit_id) as units, count(r.status) as begun,
                            count(*) filter (where r.complete) as complete,
                            coalesce(bool_or(listed.unit_id is not null and (gate.state = 'LOCKED' or gate.reopened_until < :today)),
                                false) as locked,
                            (select count(distinct unit_id) from listed) as every_unit,
                            (select count(distinct unit_id) from listed where unit_id in %s) as found
                        from generate_series(make_date(:year, 1, 1), make_date(:year, 12, 1), interval '1 month') m
                        left join listed on listed.month = cast(m as date)
                        left join monthly_return r on r.unit_id = listed.unit_id and r.month = listed.month
                        left join reporting_month gate on gate.month = cast(m as date)
                        group by m order by m
                        """.formatted(UnitFilter.UNIT_IDS))
                .params(ofYear(year, reader, filter))
                .query((row, n) -> {
                    counted[0] = row.getInt("every_unit");
                    counted[1] = row.getInt("found");
                    return new MonthTotal(
                            Rows.month(row, "month"),
                            row.getInt("units"),
                            row.getInt("begun"),
                            row.getInt("complete"),
                            row.getBoolean("locked"));
                })
                .list();
        return new YearTotals(counted[0], counted[1], months);
    }

    private Map<String, Object> ofYear(int year, CurrentUser reader, UnitFilter filter) {
        Map<String, Object> parameters = new HashMap<>(filter.parameters(
                LocalDate.of(year, 1, 1), LocalDate.of(year, 1, 1).plusYears(1)));
        parameters.put("year", year);
        parameters.put("today", LocalDate.now(clock));
        parameters.put("every", reader.seesAllUnits());
        parameters.put("mine", reader.unitIds().toArray(Long[]::new));
        return parameters;
    }

    /** In two statements a page of the reader's units in the order of documents, each with the months of the year in which it existed. */
    public List<UnitMonthState> findStates(int year, CurrentUser reader, UnitFilter filter) {
        SubmissionDeadlines deadlines = settings.deadlines();
        return jdbc.sql("""
                        with listed as (
                            select v.unit_id, v.name, v.place, v.code, m
                            from generate_series(make_date(:year, 1, 1), make_date(:year, 12, 1), interval '1 month') m
                            join lateral unit_at(cast(m as date)) v on :every or v.unit_id = any(:mine)),
                        namesake as (select name from listed group by name having min(unit_id) <> max(unit_id)),
                        page as (
                            select unit_id from (
                                select distinct on (unit_id) unit_id, place, code from listed
                                where unit_id in %s order by unit_id, place, code) first
                            order by place, code, unit_id limit :limit offset :offset)
                        select v.unit_id, v.name || case when other.name is null then '' else ' (mã ' || v.code || ')' end as name,
                            cast(m as date) as month, r.status, coalesce(r.complete, false) as complete,
                            coalesce(r.with_office, false) as with_office, month_due(cast(m as date)) as due,
                            r.opened_at is not null as opened, coalesce(gate.state = 'LOCKED' or gate.reopened_until < :today, false) as locked,
                            coalesce(r.source = 'DEMONSTRATION', false) as demonstration,
                            (select min(first.changed_at) from return_revision first
                             where first.return_id = r.id and first.status = 'SUBMITTED') as submitted_at,
                            case when r.status in ('DRAFT', 'RETURNED') then coalesce(r.opened_at, sent_back_at(r.id)) end as owed_again_at
                        from listed v join page using (unit_id) left join namesake other on other.name = v.name
                        left join monthly_return r on r.unit_id = v.unit_id and r.month = cast(m as date)
                        left join reporting_month gate on gate.month = cast(m as date)
                        order by v.place, v.code, v.unit_id, m
                        """.formatted(UnitFilter.UNIT_IDS))
                .params(ofYear(year, reader, filter))
                .param("limit", UnitFilter.PAGE)
                .param("offset", filter.offset())
                .query((row, n) -> state(row, deadlines))
                .list();
    }

    private UnitMonthState state(ResultSet row, SubmissionDeadlines deadlines) throws SQLException {
        YearMonth month = Rows.month(row, "month");
        String status = row.getString("status");
        return new UnitMonthState(
                row.getLong("unit_id"),
                row.getString("name"),
                month,
                status == null ? null : ReturnStatus.valueOf(status),
                row.getBoolean("complete"),
                row.getBoolean("due"),
                row.getBoolean("opened"),
                row.getBoolean("locked"),
                row.getBoolean("demonstration") ? 0 : daysLate(month, status, row, deadlines));
    }

    private long daysLate(YearMonth month, @Nullable String status, ResultSet row, SubmissionDeadlines deadlines)
            throws SQLException {
        LocalDate submitted = Rows.day(row, "submitted_at");
        boolean waiting = !row.getBoolean("with_office")
                && (status == null || status.equals("DRAFT") || status.equals("RETURNED"));
        long waited = waiting ? deadlines.daysLate(month, LocalDate.now(clock), Rows.day(row, "owed_again_at")) : 0;
        return submitted == null ? waited : Math.max(waited, deadlines.daysLate(month, submitted));
    }

    /**
     * What somebody still has to do.
     *
     * @param returned returns sent back and not submitted again
     * @param remarks reviewers' remarks that no later submission answered
     * @param corrections proposed corrections that nobody decided
     * @param unlocked months in which figures can still be typed
     */
    public record Unfinished(int returned, int remarks, int corrections, int unlocked) {}

    /** What is still unfinished with the returns of all months of a year, those without figures included. */
    public Unfinished unfinished(int year) {
        return jdbc.sql("""
                        select
                            (select count(*) from monthly_return
                             where month between :from and :to and status = 'RETURNED') as returned,
                            (select count(*) from return_remark m join monthly_return r on r.id = m.return_id
                             where r.month between :from and :to
                                and not exists (
                                    select from return_revision later
                                    where later.return_id = r.id and later.version > m.version and later.status <> 'DRAFT')
                            ) as remarks,
                            (select count(*) from return_correction c join monthly_return r on r.id = c.return_id
                             where r.month between :from and :to and c.state = 'PROPOSED') as corrections,
                            (select count(*) from generate_series(cast(:from as date), cast(:to as date), interval '1 month') m
                             where month_due(cast(m as date)) and not exists (
                                select from reporting_month
                                where month = cast(m as date) and (state = 'LOCKED' or reopened_until < :today))) as unlocked
                        """)
                .param("today", LocalDate.now(clock))
                .param("from", LocalDate.of(year, 1, 1))
                .param("to", LocalDate.of(year, 12, 1))
                .query(Unfinished.class)
                .single();
    }
}
