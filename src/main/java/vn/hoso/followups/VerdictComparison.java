package vn.hoso.followups;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.period.PeriodSpan;
import vn.hoso.rates.Basis;
import vn.hoso.rates.Rate;
import vn.hoso.results.LeaderQuery;
import vn.hoso.results.PeriodRequest;
import vn.hoso.results.YearResults;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;
import vn.hoso.targets.Verdict;

/**
 * Holds the district's verdicts on the year to date against those last seen, and notes each difference as one notice. What
 * was last seen is held first and in the same snapshot as the figures: whoever looks later sees at least as much.
 */
@Component
class VerdictComparison {

    /** Nobody in person: somebody who reads the district's totals. */
    private static final CurrentUser PROGRAM = new CurrentUser(0, "notices", "", Role.LEADER, Set.of());

    private static final PeriodRequest LATEST = new PeriodRequest(null, PeriodSpan.YEAR_TO_DATE, null, null);

    private final JdbcClient jdbc;
    private final LeaderQuery leaders;
    private final Clock clock;

    VerdictComparison(JdbcClient jdbc, LeaderQuery leaders, Clock clock) {
        this.jdbc = jdbc;
        this.leaders = leaders;
        this.clock = clock;
    }

    private record Key(long targetId, int year) {}

    private record Seen(String status, int changes) {}

    /**
     * Compares, in a transaction of its own.
     *
     * @throws org.springframework.dao.ConcurrencyFailureException if another comparison came in between: nothing was
     *     written, and comparing again is right
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW, isolation = Isolation.REPEATABLE_READ)
    public void compare() {
        Map<Key, Seen> seen = held();
        leaders.overview(LATEST, null, PROGRAM).ifPresent(found -> found.results()
                .district()
                .verdicts()
                .forEach(verdict -> compare(verdict, found.results(), seen)));
    }

    private Map<Key, Seen> held() {
        Map<Key, Seen> seen = new HashMap<>();
        jdbc.sql("select target_id, year, status, changes from verdict_seen order by target_id, year for update")
                .query(row -> {
                    seen.put(
                            new Key(row.getLong("target_id"), row.getInt("year")),
                            new Seen(row.getString("status"), row.getInt("changes")));
                });
        return seen;
    }

    private void compare(Verdict verdict, YearResults results, Map<Key, Seen> seen) {
        Key key = new Key(verdict.target().id(), results.year());
        Seen before = seen.get(key);
        String now = verdict.status().name();
        if (before == null) {
            jdbc.sql("insert into verdict_seen (target_id, year, status) values (?, ?, ?)")
                    .params(key.targetId(), key.year(), now)
                    .update();
        } else if (!before.status().equals(now)) {
            jdbc.sql("update verdict_seen set status = ?, changes = changes + 1 where target_id = ? and year = ?")
                    .params(now, key.targetId(), key.year())
                    .update();
            note(verdict, results, before);
        }
    }

    private void note(Verdict verdict, YearResults results, Seen before) {
        Rate rate = verdict.rate();
        Basis basis = verdict.provisional() ? verdict.basis() : null;
        long notice = jdbc.sql("""
                        insert into verdict_notice (target_id, year, change, status_before, status_after, last_day, numerator,
                            denominator, reported_returns, expected_returns, noticed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                        """)
                .params(
                        verdict.target().id(),
                        results.year(),
                        before.changes() + 1,
                        before.status(),
                        verdict.status().name(),
                        results.period().lastDay(),
                        rate == null ? null : rate.numerator(),
                        rate == null ? null : rate.denominator(),
                        basis == null ? null : basis.reported(),
                        basis == null ? null : basis.expected(),
                        OffsetDateTime.now(clock))
                .query(Long.class)
                .single();
        jdbc.sql("insert into verdict_notice_letter (notice_id, state, next_try_at) values (?, 'WAITING', ?)")
                .params(notice, OffsetDateTime.now(clock))
                .update();
    }
}
