package vn.hoso.readiness;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.worklist.WorkItem;
import vn.hoso.worklist.WorkKind;
import vn.hoso.worklist.WorkSource;

/**
 * The form of the quarter that ended last, from its end until it is stored: for the unit's staff, and for the Office how many units
 * owe it. Nobody is asked before somebody of the office has stored a form of that quarter or an earlier one; what the demonstration
 * brought with it counts for nobody's.
 */
@Component
class WaitingReadiness implements WorkSource {

    /** How many of the units that owe a form are named. */
    private static final int NAMED = 5;

    private final JdbcClient jdbc;
    private final PageMessages wording;
    private final Clock clock;

    WaitingReadiness(JdbcClient jdbc, PageMessages wording, Clock clock) {
        this.jdbc = jdbc;
        this.wording = wording;
        this.clock = clock;
    }

    private record Owing(long id, String name, int all) {}

    @Override
    public List<WorkItem> waitingFor(CurrentUser user) {
        if (!user.is(Role.UNIT_STAFF) && !user.is(Role.REVIEWER)) {
            return List.of();
        }
        Quarter quarter = Quarter.endedBy(YearMonth.now(clock).minusMonths(1));
        List<Owing> owing = jdbc.sql("""
                        select v.unit_id, v.name, count(*) over () as owing
                        from (select cast(:quarter as date) as quarter) q
                        join lateral unit_at(cast(:last as date)) v on :every or v.unit_id = any(:mine)
                        """ + ReadinessQueries.SAID + """
                        where (said.unit_id is null or (said.has_shop and said.quarter < q.quarter)) and exists (
                            select from unit_readiness where written_by is not null and quarter <= :quarter)
                        order by v.place, v.code limit %d
                        """.formatted(NAMED))
                .param("quarter", quarter.firstDay())
                .param("last", quarter.last().atDay(1))
                .param("every", user.seesAllUnits())
                .param("mine", user.unitIds().toArray(Long[]::new))
                .query((row, n) -> new Owing(row.getLong("unit_id"), row.getString("name"), row.getInt("owing")))
                .list();
        return owing.isEmpty() ? List.of() : List.of(line(quarter, owing, user.is(Role.REVIEWER)));
    }

    private WorkItem line(Quarter quarter, List<Owing> owing, boolean office) {
        int all = owing.get(0).all();
        String names = wording.list(owing.stream().map(Owing::name).toList());
        return new WorkItem(
                office ? WorkKind.READINESS_OWED : WorkKind.READINESS,
                quarter.address(),
                office ? List.of(quarter.name(), Formats.count(all)) : List.of(quarter.name()),
                all > owing.size() ? names + ", …" : names,
                null,
                all == 1
                        ? "/readiness/" + quarter.address() + "/" + owing.get(0).id()
                        : "/readiness?quarter=" + quarter.address() + "&only=OWING");
    }
}
