package vn.hoso.figures;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.figures.domain.ReturnHistory;

/** Reads what units reported before a month: one statement, whatever their number. */
@Component
class ReturnHistoryQueries {

    private final JdbcClient jdbc;

    ReturnHistoryQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The histories of the units that have one. */
    Map<Long, ReturnHistory> before(YearMonth month, Collection<Long> unitIds) {
        Map<Long, Map<YearMonth, ReturnFigures>> found = new HashMap<>();
        jdbc.sql("select unit_id, month, " + FigureColumns.ALL + """
                        from monthly_return where month >= :first and month < :month and unit_id = any(:units)
                        """)
                .param("first", month.minusMonths(ReturnHistory.MONTHS).atDay(1))
                .param("month", month.atDay(1))
                .param("units", unitIds.toArray(Long[]::new))
                .query(row -> {
                    found.computeIfAbsent(row.getLong("unit_id"), unit -> new HashMap<>())
                            .put(YearMonth.from(row.getObject("month", LocalDate.class)), FigureColumns.figures(row));
                });
        Map<Long, ReturnHistory> histories = new HashMap<>();
        found.forEach((unit, reported) -> histories.put(unit, new ReturnHistory(month, reported)));
        return histories;
    }
}
