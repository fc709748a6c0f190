package vn.hoso.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.figures.CompletenessQueries.MonthProgress;
import vn.hoso.figures.domain.CorrectionStatus;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.figures.domain.ReturnStatus;
import vn.hoso.figures.domain.SoftRules.UnusualFinding;
import vn.hoso.figures.domain.SubmissionDeadlines;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;
import vn.hoso.security.UserAccessLoader;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.Rows;
import vn.hoso.worklist.WorkItem;
import vn.hoso.worklist.WorkKind;
import vn.hoso.worklist.WorkSource;

/** What waits for people in the monthly returns: units have them to hand in, the Office to approve, correct, chase and lock. */
@Component
class WaitingReturns implements WorkSource {

    /** How many months back the Office is told of months that are not finished; the year-end checklist knows all of a year. */
    private static final int MONTHS = 14;

    /** How long a decision about figures is news. */
    private static final Duration NEWS = Duration.ofDays(30);

    /** Up to so many submitted returns are held against their past. */
    private static final int CHECKED = 500;

    private static final String REVIEW = "/review";

    private final JdbcClient jdbc;
    private final CompletenessQueries completeness;
    private final DeadlineQueries settings;
    private final UnusualFigures unusual;
    private final UserAccessLoader users;
    private final PageMessages wording;
    private final Clock clock;

    WaitingReturns(
            JdbcClient jdbc,
            CompletenessQueries completeness,
            DeadlineQueries settings,
            UnusualFigures unusual,
            UserAccessLoader users,
            PageMessages wording,
            Clock clock) {
        this.jdbc = jdbc;
        this.completeness = completeness;
        this.settings = settings;
        this.unusual = unusual;
        this.users = users;
        this.wording = wording;
        this.clock = clock;
    }

    @Override
    public List<WorkItem> waitingFor(CurrentUser user) {
        List<WorkItem> found = new ArrayList<>();
        if (user.is(Role.UNIT_STAFF)) {
            found.addAll(ofUnits(user));
        }
        if (user.mayApprove()) {
            found.addAll(toApprove(user));
        }
        if (user.is(Role.UNIT_STAFF) || user.mayApprove()) {
            found.addAll(corrections(user));
        }
        if (user.is(Role.REVIEWER) || user.is(Role.LEADER)) {
            found.addAll(ofMonths(user));
        }
        return found;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private YearMonth current() {
        return YearMonth.from(today());
    }

    private static String address(YearMonth month) {
        return "/figures/" + month;
    }

    /** One line a month for all the user's units that still have it to hand in; one for each return that was sent back; news. */
    private List<WorkItem> ofUnits(CurrentUser user) {
        SubmissionDeadlines deadlines = settings.deadlines();
        Map<YearMonth, List<String>> due = new HashMap<>();
        List<WorkItem> found = new ArrayList<>();
        jdbc.sql("""
                        with mine as (
                            select cast(m as date) as month, v.unit_id, v.name, v.place, v.code, r.id as return_id, r.version,
                                coalesce(r.status, 'DRAFT') as status,
                                coalesce(gate.state = 'LOCKED' or gate.reopened_until < :today, false) as locked
                            from generate_series(
                                (select least(in_use_since, (select min(month) from monthly_return)) from installation),
                                cast(:current as date), interval '1 month') m
                            join lateral unit_at(cast(m as date)) v on v.unit_id = any(:mine)
                            left join monthly_return r on r.unit_id = v.unit_id and r.month = cast(m as date)
                            left join reporting_month gate on gate.month = cast(m as date))
                        select case status when 'RETURNED' then status else 'DUE' end as kind, month, name, place, code,
                            coalesce(return_id, 0) || '.' || coalesce(version, 0) as reference,
                            (select said.text from return_remark said where status = 'RETURNED' and said.return_id = mine.return_id
                             order by said.version desc, said.measure nulls first, said.id limit 1) as said,
                            cast(null as date) as until, unit_id
                        from mine
                        where not locked and (status = 'RETURNED' or (status = 'DRAFT' and month < :current and month_due(month)))
                        union all
                        select case gate.state when 'LOCKED' then 'LOCKED' else 'REOPENED' end, gate.month, '', 0, '',
                            to_char(gate.month, 'YYYY-MM') || '@' || cast(extract(epoch from gate.changed_at) as bigint),
                            gate.reason, gate.reopened_until, 0
                        from reporting_month gate
                        where gate.changed_at > :lately and gate.changed_by <> :me and (gate.state = 'LOCKED' or gate.reopened_until >= :today)
                            and exists (select from mine where mine.month = gate.month)
                        order by month, place, code
                        """)
                .param("current", current().atDay(1))
                .param("today", today())
                .param("lately", clock.instant().minus(NEWS).atOffset(ZoneOffset.UTC))
                .param("mine", user.unitIds().toArray(Long[]::new))
                .param("me", user.id())
                .query(row -> {
                    YearMonth month = Rows.month(row, "month");
                    WorkKind kind = WorkKind.valueOf(row.getString("kind"));
                    if (kind == WorkKind.DUE) {
                        due.computeIfAbsent(month, each -> new ArrayList<>()).add(row.getString("name"));
                    } else {
                        found.add(ofUnit(kind, month, row));
                    }
                });
        // The latest month first: it is the one the next report needs.
        due.keySet().stream()
                .sorted(Comparator.reverseOrder())
                .forEach(month -> found.add(due(month, due.get(month), deadlines)));
        return found;
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
                kind == WorkKind.RETURNED ? address(month) + "#unit-" + row.getLong("unit_id") : address(month));
    }

    private WorkItem due(YearMonth month, List<String> units, SubmissionDeadlines deadlines) {
        return new WorkItem(
                WorkKind.DUE,
                month.toString(),
                List.of(Formats.month(month), Formats.date(deadlines.of(month))),
                wording.list(units),
                late(deadlines.daysLate(month, today())),
                address(month));
    }

    private @Nullable String late(long days) {
        return days > 0 ? wording.of("worklist.days-late", Formats.count(days)) : null;
    }

    /** One line a month, without what this user typed; a second approver approves what the Office typed and nothing else. */
    private List<WorkItem> toApprove(CurrentUser user) {
        SortedMap<YearMonth, Map<Long, ReturnFigures>> submitted = new TreeMap<>();
        jdbc.sql("select unit_id, month, " + FigureColumns.ALL + """
                         from monthly_return
                        where status = 'SUBMITTED' and (entered_by is null or entered_by <> :me)
                            and (:any or entered_by = any(:theirs))
                        """)
                .param("me", user.id())
                .param("any", user.is(Role.REVIEWER))
                .param("theirs", typists(user))
                .query(row -> {
                    submitted
                            .computeIfAbsent(Rows.month(row, "month"), month -> new HashMap<>())
                            .put(row.getLong("unit_id"), FigureColumns.figures(row));
                });
        int all = submitted.values().stream().mapToInt(Map::size).sum();
        Map<YearMonth, Map<Long, List<UnusualFinding>>> findings =
                all == 0 || all > CHECKED ? Map.of() : unusual.ofMonths(submitted);
        return submitted.entrySet().stream()
                .map(each -> toApprove(
                        each.getKey(),
                        each.getValue().size(),
                        all > CHECKED
                                ? -1
                                : findings.getOrDefault(each.getKey(), Map.of()).size()))
                .toList();
    }

    private WorkItem toApprove(YearMonth month, int returns, int unusual) {
        return new WorkItem(
                WorkKind.TO_APPROVE,
                month.toString(),
                List.of(Formats.month(month), Formats.count(returns)),
                unusual < 0
                        ? null
                        : unusual == 0
                                ? wording.of("worklist.nothing-unusual")
                                : wording.of("worklist.unusual", Formats.count(unusual)),
                null,
                address(month) + REVIEW);
    }

    /**
     * Proposals that this user may decide; and as news those of late about their units, or their own, that somebody else has
     * decided. One statement.
     */
    private List<WorkItem> corrections(CurrentUser user) {
        return jdbc.sql("""
                        select c.id, c.state, c.reason, c.remark, c.proposed_by_name, r.month, r.unit_id, named.name
                        from return_correction c join monthly_return r on r.id = c.return_id
                        join lateral unit_at(r.month) named on named.unit_id = r.unit_id
                        where (c.state = 'PROPOSED' and c.proposed_by <> :me and (:any or c.proposed_by = any(:theirs)))
                            or (c.state in ('APPROVED', 'REFUSED') and c.decided_at > :lately and c.decided_by <> :me
                                and (r.unit_id = any(:mine) or c.proposed_by = :me))
                        order by c.id
                        """)
                .param("me", user.id())
                .param("any", user.is(Role.REVIEWER))
                .param("theirs", typists(user))
                .param("mine", user.unitIds().toArray(Long[]::new))
                .param("lately", clock.instant().minus(NEWS).atOffset(ZoneOffset.UTC))
                .query((row, n) -> correction(row))
                .list();
    }

    private WorkItem correction(ResultSet row) throws SQLException {
        String state = row.getString("state");
        boolean proposed = state.equals(CorrectionStatus.PROPOSED.name());
        YearMonth month = Rows.month(row, "month");
        return new WorkItem(
                proposed ? WorkKind.CORRECTION : WorkKind.CORRECTED,
                row.getString("id"),
                List.of(
                        Formats.month(month),
                        row.getString("name"),
                        proposed ? row.getString("proposed_by_name") : wording.of("worklist.corrected." + state)),
                row.getString(proposed ? "reason" : "remark"),
                null,
                address(month) + "/" + row.getLong("unit_id") + "/corrections");
    }

    private Long[] typists(CurrentUser user) {
        return user.secondApprover() && !user.is(Role.REVIEWER)
                ? users.reviewers().toArray(Long[]::new)
                : new Long[0];
    }

    /** The months that units are late with, for whoever asks them; and those that only wait for being locked, for the Office. */
    private List<WorkItem> ofMonths(CurrentUser user) {
        List<WorkItem> found = new ArrayList<>();
        List<MonthProgress> months = new ArrayList<>(
                completeness.progress(current().minusMonths(MONTHS), current().minusMonths(1)));
        Collections.reverse(months);
        for (MonthProgress month : months) {
            if (month.locked()) {
                continue;
            }
            if (month.owed() > 0 && month.late()) {
                found.add(new WorkItem(
                        user.is(Role.REVIEWER) ? WorkKind.LATE : WorkKind.ASK,
                        month.month().toString(),
                        List.of(Formats.month(month.month()), Formats.count(month.owed())),
                        wording.list(month.owedUnits())
                                + (month.owed() > month.owedUnits().size() ? ", …" : ""),
                        late(month.daysLate()),
                        address(month.month()) + (user.is(Role.REVIEWER) ? "/reminders" : "")));
            } else if (user.is(Role.REVIEWER)
                    && month.owed() + month.count(ReturnStatus.SUBMITTED) == 0
                    && month.count(ReturnStatus.APPROVED) > 0) {
                found.add(new WorkItem(
                        WorkKind.TO_LOCK,
                        month.month().toString(),
                        List.of(Formats.month(month.month()), Formats.count(month.count(ReturnStatus.APPROVED))),
                        null,
                        null,
                        address(month.month()) + REVIEW));
            }
        }
        return found;
    }
}
