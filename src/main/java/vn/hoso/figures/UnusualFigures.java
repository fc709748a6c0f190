package vn.hoso.figures;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.figures.domain.ReturnHistory;
import vn.hoso.figures.domain.SoftRules;
import vn.hoso.figures.domain.UnusualFinding;

/** Holds figures of a month against their units' own past: while typing, when saving and at review alike. One statement for
 * each month. */
@Component
public class UnusualFigures {

    private final ReturnHistoryQueries histories;

    UnusualFigures(ReturnHistoryQueries histories) {
        this.histories = histories;
    }

    /** By unit, what is unusual about its figures; a unit without findings is absent. */
    public Map<Long, List<UnusualFinding>> of(YearMonth month, Map<Long, ReturnFigures> figures) {
        if (figures.isEmpty()) {
            return Map.of();
        }
        return check(month, figures, histories.before(month, List.copyOf(figures.keySet())));
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
                    new HashMap<>(each.isEmpty() ? Map.of() : histories.before(month, List.copyOf(each.keySet())));
            figures.headMap(month).forEach((before, earlier) -> each.keySet().stream()
                    .filter(earlier::containsKey)
                    .forEach(unit -> past.put(
                            unit,
                            past.getOrDefault(unit, ReturnHistory.none(month)).and(before, earlier.get(unit)))));
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
}
