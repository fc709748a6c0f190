package vn.hoso.figures;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A month for which figures are kept. Its row is what savers share and lockers hold alone. */
@Entity
class ReportingMonth {

    @Id
    private LocalDate month;

    private LocalDate firstDay;
    private LocalDate lastDay;

    @Enumerated(EnumType.STRING)
    private MonthState state;

    private @Nullable Long changedBy;
    private @Nullable String changedByName;
    private @Nullable Instant changedAt;

    protected ReportingMonth() {}

    boolean locked() {
        return state == MonthState.LOCKED;
    }

    @Nullable
    String changedByName() {
        return changedByName;
    }

    @Nullable
    Instant changedAt() {
        return changedAt;
    }

    /** No figure of this month changes from now on. */
    void lock(Author by, Instant at) {
        state = MonthState.LOCKED;
        changedBy = by.id();
        changedByName = by.name();
        changedAt = at;
    }
}
