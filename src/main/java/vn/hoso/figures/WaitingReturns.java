package vn.hoso.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.figures.domain.SubmissionDeadlines;
import vn.hoso.period.ReportingCalendars;
import vn.hoso.period.StoredMonth;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.Rows;
import vn.hoso.worklist.WorkItem;
import vn.hoso.worklist.WorkKind;
import vn.hoso.worklist.WorkSource;

/** What waits for units in the monthly returns: months to hand in, returns that were sent back, months opened again or locked. */
@Component
class WaitingReturns implements WorkSource {

    /** How many months back nothing is asked for where nobody said since when the program is in use. */
    private static final int MONTHS = 14;

    /** How long a decision about figures is news. */
    static final Duration NEWS = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final SubmissionDeadlineQueries settings;
    private final ReturnCalendarSettings calendars;
    private final PageMessages wording;
    private final Clock clock;

    WaitingReturns(
            JdbcClient jdbc,
            SubmissionDeadlineQueries settings,
            ReturnCalendarSettings calendars,
            PageMessages wording,
            Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.calendars = calendars;
        this.wording = wording;
        this.clock = clock;
    }

    @Override
    public List<WorkItem> waitingFor(CurrentUser user) {
        return user.is(Role.UNIT_STAFF) ? ofUnits(user) : List.of();
    }

    /** One line a month, once its days are over, for all the user's units that still have it to hand in; one for each return that was sent back; news of what people did, not the program itself. */
    private List<WorkItem> ofUnits(CurrentUser user) {
        SubmissionDeadlines deadlines = settings.deadlines();
        ReportingCalendars calendar = calendars.current();
        Map<StoredMonth, List<Owing>> due = new HashMap<>();
        List<WorkItem> found = new ArrayList<>();
        jdbc.sql("""
                        with mine as (
                            select cast(m as date) as month, v.unit_id, v.name, v.place, v.code, r.id as return_id, r.version,
                                coalesce(r.status, 'DRAFT') as status, coalesce(r.with_office, false) as with_office, r.opened_at,
                                coalesce(r.opened_at, sent_back_at(r.id)) as owed_again_at,
                                coalesce(gate.state = 'LOCKED' or gate.reopened_until < :today, false) as locked,
                                gate.first_day, gate.last_day
                            from generate_series(
                                coalesce((select least(in_use_since, (select min(month) from monthly_return)) from installation),
                                    cast(:current as date) - interval '%d months'),
                                cast(:current as date), interval '1 month') m
                            join lateral unit_at(cast(m as date)) v on v.unit_id = any(:mine)
                            left join monthly_return r on r.unit_id = v.unit_id and r.month = cast(m as date)
                            left join reporting_month gate on gate.month = cast(m as date))
                        select case status when 'RETURNED' then status else 'DUE' end as kind, month, name, place, code,
                            coalesce(return_id, 0) || '.' || coalesce(version, 0) as reference,
                            (select said.text from return_remark said where status = 'RETURNED' and said.return_id = mine.return_id
                             order by said.version desc, said.measure nulls first, said.id limit 1) as said,
                            cast(null as date) as until, unit_id, first_day, last_day, opened_at, owed_again_at
                        from mine
                        where not locked and (status = 'RETURNED' or (status = 'DRAFT' and not with_office and (month < :current or coalesce(last_day, :ends) < :today) and month_due(month)))
                        union all
                        select case gate.state when 'LOCKED' then 'LOCKED' else 'REOPENED' end, gate.month, '', 0, '',
                            to_char(gate.month, 'YYYY-MM') || '@' || cast(extract(epoch from gate.changed_at) as bigint),
                            gate.reason, gate.reopened_until, 0, gate.first_day, gate.last_day, null, null
                        from reporting_month gate
                        where gate.changed_at > :lately and gate.changed_by <> :me and (gate.state = 'LOCKED' or gate.reopened_until >= :today)
                            and exists (select from mine where mine.month = gate.month)
                        order by month, place, code
                        """.formatted(MONTHS))
                .param("current", YearMonth.now(clock).atDay(1))
                .param("ends", calendar.days(YearMonth.now(clock)).lastDay())
                .param("today", LocalDate.now(clock))
                .param("lately", clock.instant().minus(NEWS).atOffset(ZoneOffset.UTC))
                .param("mine", user.unitIds().toArray(Long[]::new))
                .param("me", user.id())
                .query(row -> {
                    YearMonth month = Rows.month(row, "month");
                    WorkKind kind = WorkKind.valueOf(row.getString("kind"));
                    if (kind == WorkKind.DUE) {
                        due.computeIfAbsent(days(month, row, calendar), each -> new ArrayList<>())
                                .add(new Owing(
                                        row.getString("name"),
                                        Rows.day(row, "opened_at"),
                                        Rows.day(row, "owed_again_at")));
                    } else {
                        found.add(ofUnit(kind, month, row));
                    }
                });
        // The latest month first: it is the one the next report needs.
        due.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(
                        Comparator.comparing(StoredMonth::month).reversed()))
                .forEach(each -> found.add(due(each.getKey(), each.getValue(), deadlines)));
        return found;
    }

    private static StoredMonth days(YearMonth month, ResultSet row, ReportingCalendars calendar) throws SQLException {
        LocalDate first = row.getObject("first_day", LocalDate.class);
        return first == null
                ? calendar.days(month)
                : new StoredMonth(month, first, row.getObject("last_day", LocalDate.class));
    }

    private static WorkItem ofUnit(WorkKind kind, YearMonth month, ResultSet row) throws SQLException {
        LocalDate until = row.getObject("until", LocalDate.class);
        String unit = row.getString("name");
        return new WorkItem(
                kind,
                row.getString("reference"),
                until == null
                        ? List.of(Formats.month(month), unit)
                        : List.of(Formats.month(month), Formats.date(until)),
                row.getString("said"),
                null,
                kind == WorkKind.RETURNED
                        ? "/figures/" + month + "#row-" + row.getLong("unit_id")
                        : "/figures/" + month);
    }

    /**
     * A unit that owes a month.
     *
     * @param opened when it opened it again after it had handed it in, null for every other
     * @param again from when on it owes it anew, null where it was never handed in
     */
    private record Owing(
            String unit,
            @Nullable LocalDate opened,
            @Nullable LocalDate again) {}

    private WorkItem due(StoredMonth days, List<Owing> units, SubmissionDeadlines deadlines) {
        YearMonth month = days.month();
        return new WorkItem(
                WorkKind.DUE,
                month.toString(),
                List.of(Formats.month(days), Formats.date(deadlines.of(month))),
                wording.list(units.stream().map(this::named).toList()),
                late(
                        wording,
                        units.stream()
                                .mapToLong(each -> deadlines.daysLate(month, LocalDate.now(clock), each.again()))
                                .max()
                                .orElse(0)),
                "/figures/" + month);
    }

    private String named(Owing each) {
        return each.opened() == null
                ? each.unit()
                : wording.of("worklist.due.opened", each.unit(), Formats.date(each.opened()));
    }

    /** How late something is, in words; null while it is in time. */
    static @Nullable String late(PageMessages wording, long days) {
        return days > 0 ? wording.of("worklist.days-late", Formats.count(days)) : null;
    }
}
