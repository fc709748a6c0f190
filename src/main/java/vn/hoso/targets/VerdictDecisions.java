package vn.hoso.targets;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.Change;
import vn.hoso.audit.TrailEntry;
import vn.hoso.rates.Rate;
import vn.hoso.security.CurrentUser;

/**
 * Records a user's confirmation of a verdict that carries no percentage (9.2 and 9.5). A later confirmation stands
 * beside the earlier ones and replaces none.
 */
@Component
public class VerdictDecisions {

    private final TargetVersions versions;
    private final EntityManager entities;
    private final AuditTrail audit;
    private final Clock clock;

    VerdictDecisions(TargetVersions versions, EntityManager entities, AuditTrail audit, Clock clock) {
        this.versions = versions;
        this.entities = entities;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Confirms a verdict for a year.
     *
     * @param target the target, one without a percentage
     * @param evidence the figures the user saw, null if nothing was reported
     * @param evidenceTo last day of the period that the figures cover
     * @param verdict {@code MET}, {@code NOT_MET} or {@code NOT_ASSESSED}
     * @param note why, at most 1.000 characters; null or NFC text
     * @return whether it was; not where the target was withdrawn meanwhile
     */
    @Transactional
    public boolean confirm(
            Target target,
            @Nullable Rate evidence,
            LocalDate evidenceTo,
            VerdictStatus verdict,
            @Nullable String note,
            CurrentUser by) {
        if (versions.keep(target.id()).isEmpty()) {
            return false;
        }
        entities.persist(new StoredDecision(target, evidence, evidenceTo, verdict, note, by, clock.instant()));
        audit.record(
                by,
                TrailEntry.of("target.decided", target.code() + " " + evidenceTo.getYear(), String.valueOf(evidence))
                        .because(note)
                        .changing(List.of(Change.of("verdict", null, verdict.name()))));
        return true;
    }
}
