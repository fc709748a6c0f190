package vn.hoso.reconciliation;

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
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.domain.Measure;
import vn.hoso.security.CurrentUser;

/** A total from outside, until it is corrected or withdrawn; the database lets nothing else of it change. */
@Entity
@Table(name = "outside_total")
class StoredOutsideTotal {

    private enum State {
        IN_FORCE,
        CORRECTED,
        WITHDRAWN
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private @Nullable Long unitId;
    private int year;
    private @Nullable LocalDate month;
    private String measure;

    @Enumerated(EnumType.STRING)
    private ValueSource source;

    private long value;
    private String sourceText;
    private LocalDate sourceDate;

    @Enumerated(EnumType.STRING)
    private State state;

    private long enteredBy;
    private String enteredByName;
    private Instant enteredAt;
    private @Nullable String endReason;
    private @Nullable Long endedBy;
    private @Nullable String endedByName;
    private @Nullable Instant endedAt;

    protected StoredOutsideTotal() {}

    StoredOutsideTotal(OutsideTotal.Draft draft, CurrentUser by, Instant at) {
        unitId = draft.figure().unitId();
        year = draft.figure().year();
        month = draft.figure().firstDay();
        measure = draft.figure().measure().name();
        source = draft.source();
        value = draft.value();
        sourceText = draft.sourceText();
        sourceDate = draft.sourceDate();
        state = State.IN_FORCE;
        enteredBy = by.id();
        enteredByName = by.displayName();
        enteredAt = at;
    }

    /** Ends it: another value takes its place, or it should not have been entered. */
    void end(boolean corrected, String reason, CurrentUser by, Instant at) {
        state = corrected ? State.CORRECTED : State.WITHDRAWN;
        endReason = reason;
        endedBy = by.id();
        endedByName = by.displayName();
        endedAt = at;
    }

    OutsideTotal.Draft draft() {
        return new OutsideTotal.Draft(
                new ComparedFigure(unitId, year, month == null ? null : YearMonth.from(month), Measure.named(measure)),
                source,
                value,
                sourceText,
                sourceDate);
    }

    @Nullable
    Long id() {
        return id;
    }
}
