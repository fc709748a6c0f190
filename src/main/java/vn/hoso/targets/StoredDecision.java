package vn.hoso.targets;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Rate;
import vn.hoso.security.CurrentUser;

/** A user's confirmation of a verdict; a later one stands beside it. */
@Entity
@Table(name = "target_decision")
class StoredDecision {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long targetId;
    private int year;

    @Enumerated(EnumType.STRING)
    private VerdictStatus verdict;

    private @Nullable String note;
    private @Nullable Long evidenceNumerator;
    private @Nullable Long evidenceDenominator;
    private LocalDate evidenceTo;
    private long decidedBy;
    private String decidedByName;
    private Instant decidedAt;

    protected StoredDecision() {}

    StoredDecision(
            Target target,
            @Nullable Rate evidence,
            LocalDate evidenceTo,
            VerdictStatus verdict,
            @Nullable String note,
            CurrentUser by,
            Instant at) {
        this.targetId = target.id();
        this.year = evidenceTo.getYear();
        this.verdict = verdict;
        this.note = note;
        this.evidenceNumerator = evidence == null ? null : evidence.numerator();
        this.evidenceDenominator = evidence == null ? null : evidence.denominator();
        this.evidenceTo = evidenceTo;
        this.decidedBy = by.id();
        this.decidedByName = by.displayName();
        this.decidedAt = at;
    }
}
