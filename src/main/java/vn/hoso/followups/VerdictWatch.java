package vn.hoso.followups;

import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.hoso.audit.TrailRecorded;

/**
 * Looks at the verdicts again after everything that can turn one, and once at the start, for what another copy of the
 * program did not live to see. It comes after the commit and never fails what it follows.
 */
@Component
class VerdictWatch {

    private static final Logger LOG = LoggerFactory.getLogger(VerdictWatch.class);

    private static final Set<String> TURNING = Set.of(
            "figures.approved",
            "figures.returned",
            "figures.locked",
            "figures.reopened",
            "correction.approved",
            "target.decided");

    private static final int TRIES = 5;

    private final VerdictComparison comparison;

    VerdictWatch(VerdictComparison comparison) {
        this.comparison = comparison;
    }

    @TransactionalEventListener
    void afterwards(TrailRecorded done) {
        if (TURNING.contains(done.action())) {
            look();
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void atTheStart() {
        look();
    }

    /** Compares; two copies of the program that look at once take turns. */
    void look() {
        for (int left = TRIES; left > 0; left--) {
            try {
                comparison.compare();
                return;
            } catch (ConcurrencyFailureException again) {
                LOG.debug("Another copy of the program looked at the verdicts too", again);
            } catch (RuntimeException failed) {
                LOG.warn("Verdicts were not compared, and will be after the next change", failed);
                return;
            }
        }
        LOG.warn("Verdicts were not compared: others were always faster");
    }
}
