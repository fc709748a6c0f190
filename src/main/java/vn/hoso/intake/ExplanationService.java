package vn.hoso.intake;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.TrailEntry;
import vn.hoso.intake.Explanation.Reason;
import vn.hoso.intake.PaperIntake.Official;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.PageMessages;

/** Explanations of paper: proposed by the unit or the Office, decided by another person of the Office, withdrawn. */
@Component
public class ExplanationService {

    private static final String PROPOSED_ACTION = "explanation.proposed";
    private static final String WITHDRAWN_ACTION = "explanation.withdrawn";

    private final Explanations explanations;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final PageMessages wording;
    private final Clock clock;

    ExplanationService(
            Explanations explanations, JdbcClient jdbc, AuditTrail audit, PageMessages wording, Clock clock) {
        this.explanations = explanations;
        this.jdbc = jdbc;
        this.audit = audit;
        this.wording = wording;
        this.clock = clock;
    }

    /**
     * An explanation to propose.
     *
     * @param code the dossier; null for so many of the official's month
     * @param dossiers how many, 1 with a code
     * @param words without the citizen's name; null for none
     */
    public record Draft(
            Official official,
            YearMonth month,
            @Nullable String code,
            int dossiers,
            Reason reason,
            @Nullable String words) {}

    /** What became of a proposal. */
    public enum Proposal {
        PROPOSED,
        /** The official has no such dossier on paper in that month. */
        NO_SUCH_DOSSIER,
        /** It is explained already, or somebody proposed to. */
        EXPLAINED_BEFORE,
        /** More than are on paper and not explained yet. */
        TOO_MANY
    }

    /** Proposes an explanation of what is on paper now; what others proposed meanwhile is counted. */
    @Transactional
    public Proposal propose(Draft draft, CurrentUser by) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('hoso.paper_explanation'))")
                .query(row -> {});
        Proposal problem = draft.code() == null ? Proposal.PROPOSED : ofDossier(draft);
        if (problem == Proposal.PROPOSED && draft.dossiers() > open(draft)) {
            problem = Proposal.TOO_MANY;
        }
        if (problem != Proposal.PROPOSED) {
            return problem;
        }
        StoredExplanation proposed = explanations.save(new StoredExplanation(draft, by, clock.instant()));
        audit.record(by, entry(PROPOSED_ACTION, proposed));
        return Proposal.PROPOSED;
    }

    private Proposal ofDossier(Draft draft) {
        Optional<Boolean> found = jdbc.sql("""
                        select exists (select from paper_explanation e where e.unit_id = d.unit_id and e.month = d.month
                            and e.dossier_code = d.code and e.state in ('PROPOSED', 'ACCEPTED'))
                        from received_dossier d
                        where d.unit_id = :unit and d.month = :month and d.code = :code and d.channel <> 'ONLINE'
                            and d.service_class in ('FULL_PROCESS', 'PARTIAL')
                            and d.received_by_key is not distinct from cast(:key as text) limit 1
                        """)
                .param("unit", draft.official().unitId())
                .param("month", draft.month().atDay(1))
                .param("code", draft.code())
                .param("key", draft.official().key())
                .query(Boolean.class)
                .optional();
        return found.map(before -> before ? Proposal.EXPLAINED_BEFORE : Proposal.PROPOSED)
                .orElse(Proposal.NO_SUCH_DOSSIER);
    }

    /**
     * So many dossiers on paper of the official's month are not explained and not proposed to be. An explanation by code counts while
     * its dossier is on paper in the list that holds now; those of a number of the month count whole, for nobody knows which they are.
     */
    private long open(Draft draft) {
        return jdbc.sql("""
                        select count(*) - count(e.id) - (
                            select coalesce(sum(m.dossiers), 0) from paper_explanation m
                            where m.unit_id = :unit and m.month = :month and m.received_by_key = cast(:key as text)
                                and m.dossier_code is null and m.state in ('PROPOSED', 'ACCEPTED'))
                        from received_dossier d
                        left join paper_explanation e on e.unit_id = d.unit_id and e.month = d.month
                            and e.dossier_code = d.code and e.state in ('PROPOSED', 'ACCEPTED')
                        where d.unit_id = :unit and d.month = :month and d.channel <> 'ONLINE'
                            and d.service_class in ('FULL_PROCESS', 'PARTIAL')
                            and d.received_by_key is not distinct from cast(:key as text)
                        """)
                .param("unit", draft.official().unitId())
                .param("month", draft.month().atDay(1))
                .param("key", draft.official().key())
                .query(Long.class)
                .single();
    }

    /** What became of a decision or a withdrawal. */
    public enum Outcome {
        DONE,
        UNKNOWN,
        /** It was decided or withdrawn before, or is not this person's to decide. */
        NOT_NOW
    }

    /**
     * Accepts or refuses an explanation.
     *
     * @param answer what the Office says to it; null for nothing
     */
    @Transactional
    public Outcome decide(long id, boolean accepted, @Nullable String answer, CurrentUser by) {
        return found(id, by)
                .map(each -> {
                    if (!each.decide(accepted, answer, by, clock.instant())) {
                        return Outcome.NOT_NOW;
                    }
                    audit.record(by, entry(accepted ? "explanation.accepted" : "explanation.refused", each));
                    return Outcome.DONE;
                })
                .orElse(Outcome.UNKNOWN);
    }

    @Transactional
    public Outcome withdraw(long id, CurrentUser by) {
        return found(id, by)
                .map(each -> {
                    if (!each.withdraw(by, clock.instant())) {
                        return Outcome.NOT_NOW;
                    }
                    audit.record(by, entry(WITHDRAWN_ACTION, each));
                    return Outcome.DONE;
                })
                .orElse(Outcome.UNKNOWN);
    }

    private Optional<StoredExplanation> found(long id, CurrentUser by) {
        return explanations.lockForUpdate(id).filter(each -> by.mayEnter(each.unitId()));
    }

    /** Which one, why, of which month and unit; whose dossiers and how many is not for the trail's readers. */
    private TrailEntry entry(String action, StoredExplanation about) {
        String reason = wording.official().of("intake.reason." + about.reason());
        return new TrailEntry(action, about.subject(), reason, about.month(), List.of(about.unitId()), null, List.of());
    }
}
