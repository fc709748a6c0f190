package vn.hoso.figures;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Holds figures of a month against their units' own past: while typing, when saving and at review alike. One statement. */
@Component
public class UnusualFigures {

    private final Histories histories;

    UnusualFigures(Histories histories) {
        this.histories = histories;
    }

    /** By unit, what is unusual about its figures; a unit without findings is absent. */
    public Map<Long, List<Finding>> of(YearMonth month, Map<Long, ReturnFigures> figures) {
        if (figures.isEmpty()) {
            return Map.of();
        }
        Map<Long, History> past = histories.before(month, List.copyOf(figures.keySet()));
        Map<Long, List<Finding>> found = new LinkedHashMap<>();
        figures.forEach((unit, each) -> {
            List<Finding> findings = SoftRules.check(each, past.getOrDefault(unit, History.none(month)));
            if (!findings.isEmpty()) {
                found.put(unit, findings);
            }
        });
        return found;
    }
}
