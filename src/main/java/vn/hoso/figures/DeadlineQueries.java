package vn.hoso.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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

    /** What has been decided so far, the configured day from the first start on; and since when months are owed at all. */
    public SubmissionDeadlines deadlines() {
        List<DatedSetting> found = jdbc.sql("""
                        select valid_from_month, day, (select in_use_since from installation) as in_use_since
                        from deadline_setting order by id
                        """)
                .query((row, n) -> new DatedSetting(
                        new SubmissionDeadlines.Setting(Rows.month(row, "valid_from_month"), row.getInt("day")),
                        row.getObject("in_use_since", LocalDate.class)))
                .list();
        return new SubmissionDeadlines(
                found.stream().map(DatedSetting::setting).toList(),
                found.stream()
                        .map(DatedSetting::inUseSince)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .map(YearMonth::from)
                        .orElse(null));
    }

    private record DatedSetting(
            SubmissionDeadlines.Setting setting, @Nullable LocalDate inUseSince) {}

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
