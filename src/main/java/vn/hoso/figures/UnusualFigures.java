package vn.hoso.figures;

import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.figures.domain.MonthEdit;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.figures.domain.ReturnHistory;
import vn.hoso.figures.domain.SoftRules;
import vn.hoso.figures.domain.SoftRules.UnusualFinding;
import vn.hoso.shared.Rows;

/** Holds figures of a month against their units' own past: while typing, when saving and at review alike. One statement, whatever
 * the number of months. */
@Component
public class UnusualFigures {

    private final JdbcClient jdbc;

    UnusualFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By unit, what is unusual about its figures; a unit without findings is absent. */
    public Map<Long, List<UnusualFinding>> find(YearMonth month, Map<Long, ReturnFigures> figures) {
        return ofMonths(new TreeMap<>(Map.of(month, figures))).getOrDefault(month, Map.of());
    }

    /** What is unusual about the figures of one unit. */
    List<UnusualFinding> find(YearMonth month, long unitId, ReturnFigures figures) {
        return find(month, Map.of(unitId, figures)).getOrDefault(unitId, List.of());
    }

    /**
     * The same for several months that are new together: each is held against what is stored and the new months before
     * it. A month without findings is absent.
     */
    public SortedMap<YearMonth, Map<Long, List<UnusualFinding>>> ofMonths(
            SortedMap<YearMonth, Map<Long, ReturnFigures>> figures) {
        SortedMap<YearMonth, Map<Long, List<UnusualFinding>>> found = new TreeMap<>();
        Map<Long, SortedMap<YearMonth, ReturnFigures>> known = stored(figures);
        figures.forEach((month, each) -> {
            Map<Long, List<UnusualFinding>> findings = check(month, each, known);
            if (!findings.isEmpty()) {
                found.put(month, findings);
            }
            each.forEach((unit, fresh) ->
                    known.computeIfAbsent(unit, any -> new TreeMap<>()).put(month, fresh));
        });
        return found;
    }

    /** Months that are new together: what is unusual about the figures of units that say nothing beside them. */
    SortedMap<YearMonth, Map<Long, List<UnusualFinding>>> withoutNote(Map<YearMonth, List<MonthEdit.Row>> months) {
        SortedMap<YearMonth, Map<Long, ReturnFigures>> figures = new TreeMap<>();
        months.forEach((month, rows) -> figures.put(
                month, rows.stream().collect(Collectors.toMap(MonthEdit.Row::unitId, MonthEdit.Row::figures))));
        SortedMap<YearMonth, Map<Long, List<UnusualFinding>>> found = new TreeMap<>();
        ofMonths(figures).forEach((month, findings) -> {
            Map<Long, List<UnusualFinding>> open = new LinkedHashMap<>(findings);
            months.getOrDefault(month, List.of()).stream()
                    .filter(row -> row.figures().note() != null)
                    .forEach(row -> open.remove(row.unitId()));
            if (!open.isEmpty()) {
                found.put(month, open);
            }
        });
        return found;
    }

    /**
     * What a note that stood beside a unit's figures before does not explain: all that was not unusual about those it was written for.
     * Notes that are new are about what is new. Nothing is asked of the database where no note was there before.
     *
     * @param rows the new figures
     * @param before by unit, the return stored so far
     */
    Map<Long, List<UnusualFinding>> beyondNotes(
            YearMonth month, Collection<MonthEdit.Row> rows, Map<Long, MonthlyReturn> before) {
        Map<Long, ReturnFigures> now = new LinkedHashMap<>();
        Map<Long, ReturnFigures> then = new LinkedHashMap<>();
        for (MonthEdit.Row row : rows) {
            MonthlyReturn held = before.get(row.unitId());
            ReturnFigures stored = held == null ? ReturnFigures.BLANK : held.figures();
            if (stored.note() != null && stored.note().equals(row.figures().note())) {
                now.put(row.unitId(), row.figures());
                then.put(row.unitId(), stored);
            }
        }
        Map<Long, List<UnusualFinding>> findings = find(month, now);
        if (findings.isEmpty()) {
            return findings;
        }
        Map<Long, List<UnusualFinding>> explained = find(month, then);
        Map<Long, List<UnusualFinding>> open = new LinkedHashMap<>();
        findings.forEach((unit, found) -> {
            List<UnusualFinding> fresh = found.stream()
                    .filter(finding ->
                            explained.getOrDefault(unit, List.of()).stream().noneMatch(finding::likens))
                    .toList();
            if (!fresh.isEmpty()) {
                open.put(unit, fresh);
            }
        });
        return open;
    }

    private static Map<Long, List<UnusualFinding>> check(
            YearMonth month, Map<Long, ReturnFigures> figures, Map<Long, SortedMap<YearMonth, ReturnFigures>> known) {
        Map<Long, List<UnusualFinding>> found = new LinkedHashMap<>();
        figures.forEach((unit, each) -> {
            SortedMap<YearMonth, ReturnFigures> before =
                    known.getOrDefault(unit, new TreeMap<>()).subMap(month.minusMonths(ReturnHistory.MONTHS), month);
            List<UnusualFinding> findings = SoftRules.check(each, new ReturnHistory(month, before));
            if (!findings.isEmpty()) {
                found.put(unit, findings);
            }
        });
        return found;
    }

    /** By unit, what is stored of the months before any of these. */
    private Map<Long, SortedMap<YearMonth, ReturnFigures>> stored(
            SortedMap<YearMonth, Map<Long, ReturnFigures>> figures) {
        Map<Long, SortedMap<YearMonth, ReturnFigures>> found = new HashMap<>();
        Long[] units = figures.values().stream()
                .flatMap(each -> each.keySet().stream())
                .distinct()
                .toArray(Long[]::new);
        if (units.length > 0) {
            jdbc.sql("select unit_id, month, " + FigureColumns.ALL + """
                             from monthly_return where month >= :first and month < :last and unit_id = any(:units)
                            """)
                    .param(
                            "first",
                            figures.firstKey().minusMonths(ReturnHistory.MONTHS).atDay(1))
                    .param("last", figures.lastKey().atDay(1))
                    .param("units", units)
                    .query(row -> {
                        found.computeIfAbsent(row.getLong("unit_id"), unit -> new TreeMap<>())
                                .put(Rows.month(row, "month"), FigureColumns.figures(row));
                    });
        }
        return found;
    }
}
