package vn.hoso.targets;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.Change;
import vn.hoso.audit.TrailEntry;
import vn.hoso.rates.Rate;
import vn.hoso.security.CurrentUser;

/**
 * Records a person's confirmation of a verdict that carries no percentage (9.2 and 9.5). A later confirmation stands
 * beside the earlier ones and replaces none.
 */
@Component
public class VerdictDecisions {

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    VerdictDecisions(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Confirms a verdict for a year.
     *
     * @param target the target, one without a percentage
     * @param evidence the figures the person saw, null if nothing was reported
     * @param evidenceTo last day of the period that the figures cover
     * @param verdict {@code MET}, {@code NOT_MET} or {@code NOT_ASSESSED}
     * @param note why, at most 1.000 characters; null or NFC text
     */
    @Transactional
    public void confirm(
            Target target,
            @Nullable Rate evidence,
            LocalDate evidenceTo,
            VerdictStatus verdict,
            @Nullable String note,
            CurrentUser by) {
        jdbc.sql("""
                        insert into target_decision (target_id, year, verdict, note, evidence_numerator,
                            evidence_denominator, evidence_to, decided_by, decided_by_name, decided_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        target.id(),
                        evidenceTo.getYear(),
                        verdict.name(),
                        note,
                        evidence == null ? null : evidence.numerator(),
                        evidence == null ? null : evidence.denominator(),
                        evidenceTo,
                        by.id(),
                        by.displayName(),
                        OffsetDateTime.now(clock))
                .update();
        audit.record(
                by,
                TrailEntry.of("target.decided", target.code() + " " + evidenceTo.getYear(), String.valueOf(evidence))
                        .because(note)
                        .changing(List.of(Change.of("verdict", null, verdict.name()))));
    }
}
