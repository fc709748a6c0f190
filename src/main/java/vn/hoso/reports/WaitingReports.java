package vn.hoso.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.period.PeriodSpan;
import vn.hoso.reports.domain.ReportTerm;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;
import vn.hoso.shared.Rows;
import vn.hoso.worklist.WorkItem;
import vn.hoso.worklist.WorkKind;
import vn.hoso.worklist.WorkSource;

/**
 * The reports that wait for the Office and its clerk: of the last term that is over, for the year and for every kind of part
 * that the office has reported on before; issued ones without a number; and verdicts without a percentage of the year that is over,
 * which a person confirms. One statement.
 */
@Component
class WaitingReports implements WorkSource {

    private final JdbcClient jdbc;
    private final Clock clock;

    WaitingReports(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param term what a report is about
     * @param id the one issued last, 0 where figures are there and none was issued
     * @param early whether that one is of a year and ends before the year did, so that the year's own is still to come
     */
    private record Issued(ReportTerm term, long id, boolean early, boolean numbered) {}

    @Override
    public List<WorkItem> waitingFor(CurrentUser user) {
        if (!user.is(Role.REVIEWER) && !user.is(Role.REPORT_CLERK)) {
            return List.of();
        }
        YearMonth last = YearMonth.now(clock).minusMonths(1);
        int over = YearMonth.now(clock).getYear() - 1;
        List<Issued> known = new ArrayList<>();
        List<WorkItem> found = new ArrayList<>();
        jdbc.sql("""
                        (select distinct on (r.span, r.year, case when r.span <> 'YEAR' then r.last_month end)
                            r.id, r.span, case when r.span = 'YEAR' then make_date(r.year, 12, 1) else r.last_month end as last_month,
                            r.span = 'YEAR' and r.last_month < make_date(r.year, 12, 1) as early,
                            exists (select from issued_report_registration g where g.report_id = r.id) as numbered,
                            cast(null as text) as code, cast(null as text) as label, 0 as place
                        from issued_report r where r.year >= :year - 1
                        order by r.span, r.year, case when r.span <> 'YEAR' then r.last_month end, r.id desc)
                        union all
                        select 0, 'YEAR', make_date(y, 12, 1), false, false, null, null, 0 from generate_series(:year - 1, :year) y
                        where exists (select from monthly_return where month between make_date(y, 1, 1) and make_date(y, 12, 1))
                        union all
                        select t.id, null, make_date(:over, 12, 1), false, false, t.code, t.label, t.position from target t
                        where :confirms and t.rule = 'HAS_ARISEN' and t.valid @> make_date(:over, 12, 31)
                            and not exists (select from target_decision d where d.target_id = t.id and d.year = :over)
                            and (exists (select from published_year where year = :over)
                                or exists (select from monthly_return
                                    where month between make_date(:over, 1, 1) and make_date(:over, 12, 1)))
                        order by 2, 3, 8, 1 desc
                        """)
                .param("year", last.getYear())
                .param("over", over)
                .param("confirms", user.is(Role.REVIEWER))
                .query(row -> {
                    if (row.getString("span") != null) {
                        known.add(issued(row));
                    } else {
                        found.add(decision(row, over));
                    }
                });
        toIssue(known, last)
                .forEach(term -> found.add(new WorkItem(
                        WorkKind.REPORT,
                        term.address(),
                        List.of(term.name()),
                        null,
                        null,
                        "/reports/" + term.address())));
        known.stream()
                .filter(each -> each.id() > 0 && !each.numbered())
                .forEach(each -> found.add(new WorkItem(
                        WorkKind.NUMBER,
                        String.valueOf(each.id()),
                        List.of(each.term().name()),
                        null,
                        null,
                        "/reports/" + each.term().address() + "/issues/" + each.id())));
        return found;
    }

    private static WorkItem decision(ResultSet row, int year) throws SQLException {
        return new WorkItem(
                WorkKind.DECISION,
                year + "." + row.getLong("id"),
                List.of(String.valueOf(year), row.getString("code"), row.getString("label")),
                null,
                null,
                "/dashboard/decisions/" + row.getLong("id") + "?year=" + year);
    }

    private static Issued issued(ResultSet row) throws SQLException {
        return new Issued(
                new ReportTerm(PeriodSpan.valueOf(row.getString("span")), Rows.month(row, "last_month")),
                row.getLong("id"),
                row.getBoolean("early"),
                row.getBoolean("numbered"));
    }

    /** Of each kind that was reported before, and of years with figures, the term that ended last, where it was not issued. */
    private static Set<ReportTerm> toIssue(List<Issued> known, YearMonth last) {
        Set<ReportTerm> done = new HashSet<>();
        Set<ReportTerm> waiting = new LinkedHashSet<>();
        for (Issued each : known) {
            if (each.id() > 0 && !each.early()) {
                done.add(each.term());
            }
            if (each.id() == 0 && !each.term().last().isAfter(last)) {
                waiting.add(each.term());
            }
            if (each.id() > 0 && !each.term().wholeYear()) {
                ended(each.term().span(), last).ifPresent(waiting::add);
            }
        }
        waiting.removeAll(done);
        return waiting;
    }

    private static Optional<ReportTerm> ended(PeriodSpan span, YearMonth last) {
        return Stream.concat(ReportTerm.of(last.getYear() - 1).stream(), ReportTerm.of(last.getYear()).stream())
                .filter(term -> term.span() == span && !term.last().isAfter(last))
                .reduce((earlier, later) -> later);
    }
}
