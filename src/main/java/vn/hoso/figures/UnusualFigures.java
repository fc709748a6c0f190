package vn.hoso.figures;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Finds what is unusual about figures before anybody saves them: one statement, whatever the number of units. */
@Component
public class UnusualFigures {

    private final Histories histories;

    UnusualFigures(Histories histories) {
        this.histories = histories;
    }

    /**
     * What the soft rules say of a month's figures.
     *
     * @param figures by unit
     * @return by unit, in the same order; units without a finding are absent
     */
    public Map<Long, List<Finding>> of(YearMonth month, Map<Long, ReturnFigures> figures) {
        if (figures.isEmpty()) {
            return Map.of();
        }
        Map<Long, History> past = histories.before(month, figures.keySet());
        Map<Long, List<Finding>> unusual = new LinkedHashMap<>();
        figures.forEach((unit, each) -> {
            List<Finding> found = SoftRules.check(each, past.getOrDefault(unit, History.none(month)));
            if (!found.isEmpty()) {
                unusual.put(unit, found);
            }
        });
        return unusual;
    }
}
