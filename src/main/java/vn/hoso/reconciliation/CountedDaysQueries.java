package vn.hoso.reconciliation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.period.StoredMonth;

/** Reads which days the figures of a year count, in one statement. */
@Component
public class CountedDaysQueries {

    private final JdbcClient jdbc;

    CountedDaysQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A month's days, or those of the published year where there is no month. */
    private record Stored(@Nullable YearMonth month, LocalDate first, LocalDate last) {}

    public CountedDays find(int year) {
        List<Stored> stored = jdbc.sql("""
                        select month, first_day, last_day from reporting_month
                        where month between make_date(:year, 1, 1) and make_date(:year, 12, 1)
                        union all
                        select null, first_day, last_day from published_year where year = :year
                        order by month
                        """)
                .param("year", year)
                .query((row, n) -> {
                    LocalDate month = row.getObject("month", LocalDate.class);
                    return new Stored(
                            month == null ? null : YearMonth.from(month),
                            row.getObject("first_day", LocalDate.class),
                            row.getObject("last_day", LocalDate.class));
                })
                .list();
        List<StoredMonth> months = new ArrayList<>();
        ReportingPeriod published = null;
        for (Stored each : stored) {
            if (each.month() == null) {
                published = ReportingPeriod.publishedYear(year, each.first(), each.last());
            } else {
                months.add(new StoredMonth(each.month(), each.first(), each.last()));
            }
        }
        return new CountedDays(months, published);
    }
}
