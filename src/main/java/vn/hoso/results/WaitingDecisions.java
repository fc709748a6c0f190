package vn.hoso.results;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;
import vn.hoso.worklist.WorkItem;
import vn.hoso.worklist.WorkKind;
import vn.hoso.worklist.WorkSource;

/** Once a year with figures is over, its verdicts without a percentage wait for the Office: a person confirms them. */
@Component
class WaitingDecisions implements WorkSource {

    private final JdbcClient jdbc;
    private final Clock clock;

    WaitingDecisions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<WorkItem> waitingFor(CurrentUser user) {
        if (!user.is(Role.REVIEWER)) {
            return List.of();
        }
        int year = LocalDate.now(clock).getYear() - 1;
        return jdbc.sql("""
                        select target.id, target.code, target.label from target
                        where target.rule = 'HAS_ARISEN' and target.valid @> make_date(:year, 12, 31)
                            and not exists (
                                select from target_decision d where d.target_id = target.id and d.year = :year)
                            and (exists (select from published_year where year = :year)
                                or exists (select from monthly_return
                                    where month between make_date(:year, 1, 1) and make_date(:year, 12, 1)))
                        order by target.position, target.id
                        """)
                .param("year", year)
                .query((row, n) -> new WorkItem(
                        WorkKind.DECISION,
                        year + "." + row.getLong("id"),
                        List.of(String.valueOf(year), row.getString("code"), row.getString("label")),
                        null,
                        null,
                        "/dashboard/decisions/" + row.getLong("id") + "?year=" + year))
                .list();
    }
}
