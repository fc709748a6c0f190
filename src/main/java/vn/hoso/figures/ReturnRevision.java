package vn.hoso.figures;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.domain.MonthEdit;
import vn.hoso.figures.domain.ReturnAuthor;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.figures.domain.ReturnSource;
import vn.hoso.figures.domain.ReturnStatus;

/** A return as it stood after one change; the database lets nobody alter or remove it. */
@Entity
class ReturnRevision {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    @SequenceGenerator(name = "return_revision_id_seq", sequenceName = "return_revision_id_seq", allocationSize = 50)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "return_id")
    private MonthlyReturn of;

    private int version;

    @Embedded
    private FigureColumns figures;

    @Enumerated(EnumType.STRING)
    private ReturnStatus status;

    @Enumerated(EnumType.STRING)
    private ReturnSource source;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "changed_by"))
    @AttributeOverride(name = "name", column = @Column(name = "changed_by_name"))
    private ReturnAuthor changedBy;

    private Instant changedAt;

    /** Why, where the change needs a reason. */
    private @Nullable String reason;

    /** The imported file that the figures stand in. */
    private @Nullable Long importFileId;

    /** The sheet of it; null where the file had one only when it was imported. */
    private @Nullable String importSheet;

    /** The row of its sheet. */
    private @Nullable Integer importRow;

    /** The list of dossiers in which the figures were counted. */
    private @Nullable Long extractId;

    /** How many of its dossiers were. */
    private @Nullable Integer extractDossiers;

    protected ReturnRevision() {}

    ReturnRevision(MonthlyReturn now, @Nullable String reason) {
        of = now;
        version = now.version();
        figures = new FigureColumns(now.figures());
        status = now.status();
        source = now.source();
        changedBy = now.changedBy();
        changedAt = now.changedAt();
        this.reason = reason;
    }

    /** Says from which file it came, before it is stored. */
    void from(MonthEdit.@Nullable Origin origin, long unitId) {
        if (origin instanceof MonthEdit.Origin.File file) {
            importFileId = file.id();
            MonthEdit.Place place = Objects.requireNonNull(file.places().get(unitId));
            importSheet = place.sheet();
            importRow = place.row();
        } else if (origin instanceof MonthEdit.Origin.Extract extract) {
            extractId = extract.id();
            extractDossiers = Objects.requireNonNull(extract.dossiers().get(unitId));
        }
    }

    int version() {
        return version;
    }

    /** What its page says of it, with who proposed it where a correction was approved. */
    ReturnTraceQueries.Revision told(@Nullable String proposedBy) {
        return new ReturnTraceQueries.Revision(
                version,
                figures(),
                status,
                source,
                changedBy.name(),
                changedAt,
                proposedBy,
                reason,
                importFileId,
                importSheet,
                importRow,
                extractId,
                extractDossiers);
    }

    ReturnFigures figures() {
        return figures.figures();
    }
}
