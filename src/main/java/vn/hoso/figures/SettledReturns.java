package vn.hoso.figures;

import java.time.YearMonth;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.figures.MonthlyReturns.UnitVersion;

/** Tells whether returns are settled or have changed, for what is stored beside them and changes no figure. */
@Component
public class SettledReturns {

    private final OpenMonthGuard gate;
    private final MonthlyReturns returns;

    SettledReturns(OpenMonthGuard gate, MonthlyReturns returns) {
        this.gate = gate;
        this.returns = returns;
    }

    /**
     * Whether the month is locked or one of the returns is approved; nobody locks the month until the transaction ends. Returns are
     * not held: whoever holds some of a later month may ask.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean any(YearMonth month, Collection<Long> units) {
        return gate.closed(gate.lockForShare(month)) || returns.anyApproved(month.atDay(1), units);
    }

    /**
     * The units whose returns are stored in another version than was seen. Returns are not held, for the same reason.
     *
     * @param seen the version of each unit's return, 0 for none
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<Long> changed(YearMonth month, Map<Long, Integer> seen) {
        Map<Long, Integer> now = returns.findVersions(month.atDay(1), seen.keySet()).stream()
                .collect(Collectors.toMap(UnitVersion::unitId, UnitVersion::version));
        return seen.entrySet().stream()
                .filter(each -> !each.getValue().equals(now.getOrDefault(each.getKey(), 0)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
