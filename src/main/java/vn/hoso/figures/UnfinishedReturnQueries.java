package vn.hoso.figures;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.period.ReportingPeriod;

/** Counts what is still unfinished with a period's monthly returns. */
@Component
public class UnfinishedReturnQueries {

    private final JdbcClient jdbc;

    UnfinishedReturnQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    /** One statement. */
    public Unfinished of(ReportingPeriod period) {
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
                             where not exists (
                                select from reporting_month where month = cast(m as date) and state = 'LOCKED')) as unlocked
                        """)
                .param("from", period.from().atDay(1))
                .param("to", period.to().atDay(1))
                .query(Unfinished.class)
                .single();
    }
}
