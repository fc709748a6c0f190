package vn.hoso.figures;

import java.time.LocalDate;
import java.time.YearMonth;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.period.StoredMonth;

/** Reads which days the stored months have. One statement, whatever the number of months. */
@Component
public class StoredMonthQueries {

    private final JdbcClient jdbc;

    StoredMonthQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The same months with the days they are stored with. */
    public ReportingPeriod stored(ReportingPeriod period) {
        return period.storedAs(jdbc.sql("""
                        select month, first_day, last_day from reporting_month
                        where month between cast(? as date) and cast(? as date) order by month
                        """)
                .params(period.from().atDay(1), period.to().atDay(1))
                .query((row, n) -> new StoredMonth(
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class)))
                .list());
    }
}
