package vn.hoso.figures;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
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

    /**
     * A decision on the day.
     *
     * @param from the first month it holds for
     * @param day the last day in time, of the month after
     */
    public record Decision(YearMonth from, int day, String setBy, Instant setAt) {}

    /** Every decision, the latest first. */
    public List<Decision> decisions() {
        return jdbc.sql(
                        "select valid_from_month, day, set_by_name, set_at from deadline_setting order by valid_from_month desc, id desc")
                .query((row, n) -> new Decision(
                        Rows.month(row, "valid_from_month"),
                        row.getInt("day"),
                        row.getString("set_by_name"),
                        Rows.instant(row, "set_at")))
                .list();
    }
}
