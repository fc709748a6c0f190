package vn.hoso.figures;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.figures.domain.ReturnAuthor;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.figures.domain.ReturnStatus;
import vn.hoso.shared.PageMessages;

/** Stores made-up returns of months gone by, with their revisions like any other. */
@Component
public class DemonstrationReturns {

    private static final ReturnAuthor AUTHOR = new ReturnAuthor(null, PageMessages.DEMONSTRATION);

    private final OpenMonthGuard gate;
    private final MonthlyReturns returns;
    private final Clock clock;

    DemonstrationReturns(OpenMonthGuard gate, MonthlyReturns returns, Clock clock) {
        this.gate = gate;
        this.returns = returns;
        this.clock = clock;
    }

    /** One unit's made-up figures. */
    public record Row(long unitId, ReturnFigures figures) {}

    /**
     * Stores a month that has none yet.
     *
     * @param status how far its returns have come
     * @param locked whether the month is closed
     */
    @Transactional
    public void store(YearMonth month, List<Row> rows, ReturnStatus status, boolean locked) {
        Instant now = clock.instant();
        gate.open(month);
        List<MonthlyReturn> made = new ArrayList<>();
        for (Row row : rows) {
            MonthlyReturn each = new MonthlyReturn(row.unitId(), month);
            each.demonstrate(row.figures(), status, AUTHOR, now);
            made.add(each);
        }
        returns.saveAll(made);
        if (locked) {
            gate.lock(month, AUTHOR);
        }
    }
}
