package vn.hoso.figures;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.figures.domain.SubmissionDeadlines;
import vn.hoso.shared.Rows;

/** Reads which deadline each month has. One statement for all months. */
@Component
public class DeadlineQueries {

    private final JdbcClient jdbc;

    public DeadlineQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What has been decided so far; the configured day stands from the first start on. */
    public SubmissionDeadlines deadlines() {
        return new SubmissionDeadlines(jdbc.sql("select valid_from_month, day from deadline_setting order by id")
                .query((row, n) ->
                        new SubmissionDeadlines.Setting(Rows.month(row, "valid_from_month"), row.getInt("day")))
                .list());
    }
}
