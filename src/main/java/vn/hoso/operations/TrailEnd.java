package vn.hoso.operations;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;
import vn.hoso.audit.ChainVerification;

/** Whether the trail ends as its chain says; the whole of it is checked at its own page and by a command. */
@Component("trail")
class TrailEnd extends AbstractHealthIndicator {

    private final ChainVerification chain;

    TrailEnd(ChainVerification chain) {
        this.chain = chain;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.status(chain.endHolds() ? Status.UP : Status.DOWN);
    }
}
