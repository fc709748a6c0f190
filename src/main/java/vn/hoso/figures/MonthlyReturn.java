package vn.hoso.figures;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What one unit reports for one month. Its verbs are the only way to change it; each raises the version and leaves a
 * {@link ReturnRevision}.
 */
@Entity
class MonthlyReturn {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    @SequenceGenerator(name = "monthly_return_id_seq", sequenceName = "monthly_return_id_seq", allocationSize = 50)
    private @Nullable Long id;

    private long unitId;
    private LocalDate month;

    @Embedded
    private FigureColumns figures;

    @Enumerated(EnumType.STRING)
    private ReturnStatus status;

    @Enumerated(EnumType.STRING)
    private ReturnSource source;

    /** Raised by one with every change; the form carries the version its reader saw. */
    private int version;

    private @Nullable Long changedBy;
    private String changedByName;

    private Instant changedAt;

    protected MonthlyReturn() {}

    MonthlyReturn(long unitId, YearMonth month) {
        this.unitId = unitId;
        this.month = month.atDay(1);
        this.figures = new FigureColumns(ReturnFigures.BLANK);
        this.status = ReturnStatus.DRAFT;
    }

    /** Takes over approved figures from the program's own demonstration data. */
    ReturnRevision demonstrate(ReturnFigures shown, ReturnStatus reached, Author by, Instant at) {
        figures = new FigureColumns(shown);
        source = ReturnSource.DEMONSTRATION;
        status = reached;
        return changed(by, at);
    }

    /** Takes over new figures as a draft. */
    ReturnRevision enter(ReturnFigures entered, ReturnSource from, Author by, Instant at) {
        figures = new FigureColumns(entered);
        source = from;
        status = ReturnStatus.DRAFT;
        return changed(by, at);
    }

    long unitId() {
        return unitId;
    }

    int version() {
        return version;
    }

    ReturnStatus status() {
        return status;
    }

    ReturnFigures figures() {
        return figures.figures();
    }

    String changedByName() {
        return changedByName;
    }

    Instant changedAt() {
        return changedAt;
    }

    ReturnSource source() {
        return source;
    }

    @Nullable
    Long changedBy() {
        return changedBy;
    }

    private ReturnRevision changed(Author by, Instant at) {
        version++;
        changedBy = by.id();
        changedByName = by.name();
        changedAt = at;
        return new ReturnRevision(this);
    }
}
