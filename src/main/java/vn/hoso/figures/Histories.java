package vn.hoso.figures;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what units reported before a month: one statement, whatever their number. */
@Component
class Histories {

    private final JdbcClient jdbc;

    Histories(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The histories of the units that have one. */
    Map<Long, History> before(YearMonth month, Collection<Long> unitIds) {
        Map<Long, Map<YearMonth, ReturnFigures>> found = new HashMap<>();
        jdbc.sql("select unit_id, month, " + FigureRows.COLUMNS + """
                        from monthly_return where month >= :first and month < :month and unit_id = any(:units)
                        """)
                .param("first", month.minusMonths(History.MONTHS).atDay(1))
                .param("month", month.atDay(1))
                .param("units", unitIds.toArray(Long[]::new))
                .query(row -> {
                    found.computeIfAbsent(row.getLong("unit_id"), unit -> new HashMap<>())
                            .put(YearMonth.from(row.getObject("month", LocalDate.class)), FigureRows.figures(row));
                });
        Map<Long, History> histories = new HashMap<>();
        found.forEach((unit, reported) -> histories.put(unit, new History(month, reported)));
        return histories;
    }
}
