package vn.hoso.figures;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.ReturnAuthor;

/** What a reviewer asked a unit to look at, with the version by which its return was sent back; never changed. */
@Entity
class ReturnRemark {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "return_id")
    private MonthlyReturn of;

    private int version;

    /** The cell it is about, null for the return as a whole. */
    @Convert(converter = MeasureName.class)
    private @Nullable Measure measure;

    private String text;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "made_by"))
    @AttributeOverride(name = "name", column = @Column(name = "made_by_name"))
    private ReturnAuthor madeBy;

    private Instant madeAt;

    /** A measure by its name. */
    static class MeasureName implements AttributeConverter<Measure, String> {

        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable Measure measure) {
            return measure == null ? null : measure.name();
        }

        @Override
        public @Nullable Measure convertToEntityAttribute(@Nullable String name) {
            return ReviewRemarkQueries.measure(name);
        }
    }

    protected ReturnRemark() {}

    ReturnRemark(MonthlyReturn returned, @Nullable Measure measure, String text) {
        of = returned;
        version = returned.version();
        this.measure = measure;
        this.text = text;
        madeBy = returned.changedBy();
        madeAt = returned.changedAt();
    }
}
