package vn.hoso.units;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.hoso.rates.Fraction;
import vn.hoso.security.CurrentUser;

/** An act that was applied, with the ways from the units before it to those after it; it is never changed, only removed. */
@Entity
class Reorganisation {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private LocalDate effectiveOn;
    private String instrument;
    private @Nullable String issuer;
    private @Nullable LocalDate decidedOn;
    private @Nullable String note;

    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(read = "cast(lines as text)", write = "cast(? as jsonb)")
    private String lines;

    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(read = "cast(undo as text)", write = "cast(? as jsonb)")
    private String undo;

    private long appliedBy;
    private String appliedByName;
    private Instant appliedAt;

    @ElementCollection
    @CollectionTable(name = "unit_succession", joinColumns = @JoinColumn(name = "reorganisation_id"))
    private Set<Way> ways;

    protected Reorganisation() {}

    Reorganisation(
            ReorganisationDraft draft,
            List<ReorganisationQueries.Line> lines,
            Set<Way> ways,
            String undo,
            CurrentUser by,
            Instant at) {
        this.effectiveOn = draft.from();
        this.instrument = draft.instrument();
        this.issuer = draft.issuer();
        this.decidedOn = draft.decided();
        this.note = draft.note();
        this.lines = JsonMapper.shared().writeValueAsString(lines);
        this.ways = ways;
        this.undo = undo;
        this.appliedBy = by.id();
        this.appliedByName = by.displayName();
        this.appliedAt = at;
    }

    /** That a unit, or a part of it, went into another. */
    @Embeddable
    record Way(long predecessor, long successor, int numerator, int denominator) {

        Way(long predecessor, long successor, Fraction part) {
            this(
                    predecessor,
                    successor,
                    part.numerator().intValueExact(),
                    part.denominator().intValueExact());
        }
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    String undo() {
        return undo;
    }
}
