package vn.hoso.figures;

import java.time.YearMonth;
import java.util.Collection;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells whether returns are settled, for what is stored beside them and changes no figure. */
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
}
