package vn.hoso.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.figures.SubmissionDeadlineQueries.MonthProgress;
import vn.hoso.figures.domain.CorrectionStatus;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.figures.domain.ReturnStatus;
import vn.hoso.figures.domain.SoftRules.UnusualFinding;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;
import vn.hoso.security.UserAccessLoader;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.Rows;
import vn.hoso.worklist.WorkItem;
import vn.hoso.worklist.WorkKind;
import vn.hoso.worklist.WorkSource;

/** What waits in the monthly returns for who approves them, and for who asks those that are late. */
@Component
class WaitingReturnReviews implements WorkSource {

    /** How many months back the Office is told of months that are not finished; the year-end checklist knows all of a year. */
    private static final int MONTHS = 14;

    /** Up to so many submitted returns are held against their past. */
    private static final int CHECKED = 500;

    private static final String REVIEW = "/review";

    private final JdbcClient jdbc;
    private final SubmissionDeadlineQueries deadlines;
    private final ReturnCalendarSettings calendars;
    private final UnusualFigures unusual;
    private final UserAccessLoader users;
    private final PageMessages wording;
    private final Clock clock;

    WaitingReturnReviews(
            JdbcClient jdbc,
            SubmissionDeadlineQueries deadlines,
            ReturnCalendarSettings calendars,
            UnusualFigures unusual,
            UserAccessLoader users,
            PageMessages wording,
            Clock clock) {
        this.jdbc = jdbc;
        this.deadlines = deadlines;
        this.calendars = calendars;
        this.unusual = unusual;
        this.users = users;
        this.wording = wording;
        this.clock = clock;
    }

    @Override
    public List<WorkItem> waitingFor(CurrentUser user) {
        List<WorkItem> found = new ArrayList<>();
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

    private static String address(YearMonth month) {
        return "/figures/" + month;
    }

    /**
     * One line a month that is open, without what this user typed; a second approver approves what the Office typed and nothing else. One
     * statement, which brings the figures where they are few enough to be held against their past.
     */
    private List<WorkItem> toApprove(CurrentUser user) {
        SortedMap<YearMonth, Integer> counts = new TreeMap<>();
        SortedMap<YearMonth, Map<Long, ReturnFigures>> submitted = new TreeMap<>();
        jdbc.sql("""
                        with theirs as (
                            select * from monthly_return
                            where status = 'SUBMITTED' and (entered_by is null or entered_by <> :me)
                                and (:any or entered_by = any(:theirs))
                                and not exists (
                                    select from reporting_month gate where gate.month = monthly_return.month
                                        and (gate.state = 'LOCKED' or gate.reopened_until < :today))),
                        sizes as (select month, count(*) as returns, sum(count(*)) over () as everything from theirs group by month)
                        select sizes.month, sizes.returns, theirs.unit_id,
                        """ + FigureColumns.of("theirs", "") + """
                         from sizes left join theirs on sizes.everything <= :checked and theirs.month = sizes.month
                        """)
                .param("me", user.id())
                .param("any", user.is(Role.REVIEWER))
                .param("theirs", typists(user))
                .param("today", LocalDate.now(clock))
                .param("checked", CHECKED)
                .query(row -> {
                    YearMonth month = Rows.month(row, "month");
                    counts.put(month, row.getInt("returns"));
                    long unit = row.getLong("unit_id");
                    if (!row.wasNull()) {
                        submitted
                                .computeIfAbsent(month, each -> new HashMap<>())
                                .put(unit, FigureColumns.figures(row));
                    }
                });
        Map<YearMonth, Map<Long, List<UnusualFinding>>> findings =
                submitted.isEmpty() ? Map.of() : unusual.ofMonths(submitted);
        return counts.entrySet().stream()
                .map(each -> toApprove(
                        each.getKey(),
                        each.getValue(),
                        submitted.isEmpty()
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
     * Proposals that this user may decide (the Office refuses, too, what can no longer be approved); and as news those of late about their units, or their own, that somebody else has
     * decided. One statement.
     */
    private List<WorkItem> corrections(CurrentUser user) {
        return jdbc.sql("""
                        select c.id, c.state, c.reason, c.remark, c.proposed_by_name, r.month, r.unit_id, named.name
                        from return_correction c join monthly_return r on r.id = c.return_id
                        join lateral unit_at(r.month) named on named.unit_id = r.unit_id
                        where (c.state = 'PROPOSED' and c.proposed_by <> :me
                                and (:any or (c.proposed_by = any(:theirs) and r.status = 'APPROVED' and r.version = c.base_version
                                    and not exists (
                                        select from reporting_month gate where gate.month = r.month
                                            and (gate.state = 'LOCKED' or gate.reopened_until < :today)))))
                            or (c.state in ('APPROVED', 'REFUSED') and c.decided_at > :lately and c.decided_by is distinct from :me
                                and (r.unit_id = any(:mine) or c.proposed_by = :me))
                        order by c.id
                        """)
                .param("me", user.id())
                .param("any", user.is(Role.REVIEWER))
                .param("theirs", typists(user))
                .param("mine", user.unitIds().toArray(Long[]::new))
                .param("today", LocalDate.now(clock))
                .param("lately", clock.instant().minus(WaitingReturns.NEWS).atOffset(ZoneOffset.UTC))
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

    /** The months that units are late with, for whoever asks them; and those that wait for the Office itself. */
    private List<WorkItem> ofMonths(CurrentUser user) {
        List<WorkItem> found = new ArrayList<>();
        List<MonthProgress> months = new ArrayList<>(deadlines.progress(
                YearMonth.now(clock).minusMonths(MONTHS), calendars.current().days(YearMonth.now(clock))));
        Collections.reverse(months);
        for (MonthProgress month : months) {
            if (month.locked()) {
                continue;
            }
            if (month.withOffice() > 0 && user.is(Role.REVIEWER)) {
                found.add(withOffice(month));
            }
            if (month.owed() > 0 && month.late()) {
                found.add(new WorkItem(
                        user.is(Role.REVIEWER) ? WorkKind.LATE : WorkKind.ASK,
                        month.month().toString(),
                        List.of(Formats.month(month.month()), Formats.count(month.owed())),
                        named(month.owedUnits(), month.owed()),
                        WaitingReturns.late(wording, month.daysLate()),
                        address(month.month()) + (user.is(Role.REVIEWER) ? "/reminders" : "")));
            } else if (user.is(Role.REVIEWER)
                    && month.owed() + month.withOffice() + month.count(ReturnStatus.SUBMITTED) == 0
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

    /** Returns that had been handed in and that the Office made drafts again by entering figures. */
    private WorkItem withOffice(MonthProgress month) {
        return new WorkItem(
                WorkKind.WITH_OFFICE,
                month.month().toString(),
                List.of(Formats.month(month.month()), Formats.count(month.withOffice())),
                named(month.officeUnits(), month.withOffice()),
                null,
                address(month.month()));
    }

    private String named(List<String> units, int all) {
        return wording.list(units) + (all > units.size() ? ", …" : "");
    }
}
