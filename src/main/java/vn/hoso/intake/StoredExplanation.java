package vn.hoso.intake;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.intake.Explanation.Reason;
import vn.hoso.intake.Explanation.State;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;

/** An explanation from its proposal to what became of it; it is decided once and never deleted. */
@Entity
@Table(name = "paper_explanation")
class StoredExplanation {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long unitId;
    private LocalDate month;
    private @Nullable String receivedByKey;
    private @Nullable String receivedBy;
    private @Nullable String dossierCode;
    private int dossiers;

    @Enumerated(EnumType.STRING)
    private Reason reason;

    private @Nullable String words;

    @Enumerated(EnumType.STRING)
    private State state;

    private long proposedBy;
    private String proposedByName;
    private Instant proposedAt;
    private @Nullable Long decidedBy;
    private @Nullable String decidedByName;
    private @Nullable Instant decidedAt;
    private @Nullable String answer;
    private @Nullable Instant forgottenAt;

    protected StoredExplanation() {}

    StoredExplanation(ExplanationService.Draft draft, CurrentUser by, Instant at) {
        unitId = draft.official().unitId();
        month = draft.month().atDay(1);
        receivedByKey = draft.official().key();
        receivedBy = draft.official().name();
        dossierCode = draft.code();
        dossiers = draft.dossiers();
        reason = draft.reason();
        words = draft.words();
        state = State.PROPOSED;
        proposedBy = by.id();
        proposedByName = by.nameFor(List.of(draft.official().unitId()));
        proposedAt = at;
    }

    /** Accepts or refuses it; false if it was decided, withdrawn or forgotten before, or proposed by the same person. */
    boolean decide(boolean accepted, @Nullable String said, CurrentUser by, Instant at) {
        if (state != State.PROPOSED || proposedBy == by.id() || forgottenAt != null) {
            return false;
        }
        become(accepted ? State.ACCEPTED : State.REFUSED, by, at);
        answer = said;
        return true;
    }

    /** Withdraws it: whoever may enter the unit's figures while it waits, the Office also what it accepted; not once forgotten. */
    boolean withdraw(CurrentUser by, Instant at) {
        boolean may =
                forgottenAt == null && (state == State.PROPOSED || (state == State.ACCEPTED && by.is(Role.REVIEWER)));
        if (may) {
            become(State.WITHDRAWN, by, at);
        }
        return may;
    }

    private void become(State next, CurrentUser by, Instant at) {
        state = next;
        decidedBy = by.id();
        decidedByName = by.displayName();
        decidedAt = at;
    }

    long unitId() {
        return unitId;
    }

    YearMonth month() {
        return YearMonth.from(month);
    }

    /** What the trail calls it, which is read for ever and by administrators: no official, no dossier and no words. */
    String subject() {
        return "#" + id;
    }

    Reason reason() {
        return reason;
    }
}
