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
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.reconciliation.Difference.Kind;
import vn.hoso.reconciliation.Difference.Owner;
import vn.hoso.security.CurrentUser;

/** What somebody said about a difference; never changed. */
@Entity
@Table(name = "difference_statement")
class StoredStatement {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private @Nullable Long unitId;
    private int year;
    private @Nullable LocalDate month;
    private String measure;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private @Nullable String words;

    @Enumerated(EnumType.STRING)
    private @Nullable Owner owner;

    private @Nullable String person;
    private String seenValues;
    private long saidBy;
    private String saidByName;
    private Instant saidAt;

    protected StoredStatement() {}

    StoredStatement(ComparedFigure figure, DifferenceService.Word word, String seen, CurrentUser by, Instant at) {
        unitId = figure.unitId();
        year = figure.year();
        month = figure.firstDay();
        measure = figure.measure().name();
        kind = word.kind();
        words = word.words();
        owner = word.owner();
        person = word.person();
        seenValues = seen;
        saidBy = by.id();
        saidByName = by.nameFor(unitId == null ? List.of() : List.of(unitId));
        saidAt = at;
    }
}
