package vn.hoso.figures;

import java.time.LocalDate;
import java.time.YearMonth;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads which deadline each month has. One statement for all months. */
@Component
public class DeadlineQueries {

    private final JdbcClient jdbc;

    DeadlineQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What has been decided so far; the configured day stands from the first start on. */
    public Deadlines deadlines() {
        return new Deadlines(jdbc.sql("select valid_from_month, day from deadline_setting order by id")
                .query((row, n) -> new Deadlines.Setting(
                        YearMonth.from(row.getObject("valid_from_month", LocalDate.class)), row.getInt("day")))
                .list());
    }
}
