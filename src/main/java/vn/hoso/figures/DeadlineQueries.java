package vn.hoso.figures;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
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

    /** What {@link #deadlines(ResultSet)} reads, for a statement that asks for something else as well. */
    static final String COLUMNS = """
            (select array_agg(to_char(valid_from_month, 'YYYY-MM') order by id) from deadline_setting) as deadline_months,
            (select array_agg(cast(day as integer) order by id) from deadline_setting) as deadline_days,
            (select in_use_since from installation) as in_use_since
            """;

    /** What has been decided so far, the configured day from the first start on; and since when months are owed at all. */
    public SubmissionDeadlines deadlines() {
        return jdbc.sql("select " + COLUMNS).query((row, n) -> deadlines(row)).single();
    }

    static SubmissionDeadlines deadlines(ResultSet row) throws SQLException {
        List<SubmissionDeadlines.Setting> settings = new ArrayList<>();
        Array months = row.getArray("deadline_months");
        if (months != null) {
            Integer[] days = (Integer[]) row.getArray("deadline_days").getArray();
            for (String month : (String[]) months.getArray()) {
                settings.add(new SubmissionDeadlines.Setting(YearMonth.parse(month), days[settings.size()]));
            }
        }
        LocalDate inUseSince = row.getObject("in_use_since", LocalDate.class);
        return new SubmissionDeadlines(settings, inUseSince == null ? null : YearMonth.from(inUseSince));
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
