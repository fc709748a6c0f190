package vn.hoso.figures;

import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.figures.domain.ReturnHistory;
import vn.hoso.figures.domain.SoftRules;
import vn.hoso.figures.domain.SoftRules.UnusualFinding;
import vn.hoso.shared.Rows;

/** Holds figures of a month against their units' own past: while typing, when saving and at review alike. One statement for
 * each month. */
@Component
public class UnusualFigures {

    private final JdbcClient jdbc;

    UnusualFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By unit, what is unusual about its figures; a unit without findings is absent. */
    public Map<Long, List<UnusualFinding>> find(YearMonth month, Map<Long, ReturnFigures> figures) {
        if (figures.isEmpty()) {
            return Map.of();
        }
        return check(month, figures, before(month, List.copyOf(figures.keySet())));
    }

    /** What is unusual about the figures of one unit. */
    List<UnusualFinding> find(YearMonth month, long unitId, ReturnFigures figures) {
        return find(month, Map.of(unitId, figures)).getOrDefault(unitId, List.of());
    }

    /**
     * The same for several months that are new together: each is held against what is stored and the new months before
     * it. One statement for each month. A month without findings is absent.
     */
    public SortedMap<YearMonth, Map<Long, List<UnusualFinding>>> ofMonths(
            SortedMap<YearMonth, Map<Long, ReturnFigures>> figures) {
        SortedMap<YearMonth, Map<Long, List<UnusualFinding>>> found = new TreeMap<>();
        figures.forEach((month, each) -> {
            Map<Long, ReturnHistory> past =
                    new HashMap<>(each.isEmpty() ? Map.of() : before(month, List.copyOf(each.keySet())));
            figures.headMap(month)
                    .forEach((before, earlier) -> earlier.forEach((unit, old) -> {
                        if (each.containsKey(unit)) {
                            past.put(
                                    unit,
                                    past.getOrDefault(unit, ReturnHistory.none(month))
                                            .and(before, old));
                        }
                    }));
            Map<Long, List<UnusualFinding>> findings = check(month, each, past);
            if (!findings.isEmpty()) {
                found.put(month, findings);
            }
        });
        return found;
    }

    private static Map<Long, List<UnusualFinding>> check(
            YearMonth month, Map<Long, ReturnFigures> figures, Map<Long, ReturnHistory> past) {
        Map<Long, List<UnusualFinding>> found = new LinkedHashMap<>();
        figures.forEach((unit, each) -> {
            List<UnusualFinding> findings = SoftRules.check(each, past.getOrDefault(unit, ReturnHistory.none(month)));
            if (!findings.isEmpty()) {
                found.put(unit, findings);
            }
        });
        return found;
    }

    /** The histories of the units that have one. */
    private Map<Long, ReturnHistory> before(YearMonth month, Collection<Long> unitIds) {
        Map<Long, Map<YearMonth, ReturnFigures>> found = new HashMap<>();
        jdbc.sql("select unit_id, month, " + FigureColumns.ALL + """
                        from monthly_return where month >= :first and month < :month and unit_id = any(:units)
                        """)
                .param("first", month.minusMonths(ReturnHistory.MONTHS).atDay(1))
                .param("month", month.atDay(1))
                .param("units", unitIds.toArray(Long[]::new))
                .query(row -> {
                    found.computeIfAbsent(row.getLong("unit_id"), unit -> new HashMap<>())
                            .put(Rows.month(row, "month"), FigureColumns.figures(row));
                });
        Map<Long, ReturnHistory> histories = new HashMap<>();
        found.forEach((unit, reported) -> histories.put(unit, new ReturnHistory(month, reported)));
        return histories;
    }
}
