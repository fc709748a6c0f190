package vn.hoso.reports;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.domain.ReturnAuthor;

/** A letter as it is stored, which the database lets nobody alter. Pages read it through {@link Letters}. */
@Entity
@Table(name = "letter")
class StoredLetter {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Enumerated(EnumType.STRING)
    private Letters.Shape shape;

    private String subject;
    private @Nullable String recipient;
    private int recipients;
    private String inputs;
    private String inputsSha256;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "written_by"))
    @AttributeOverride(name = "name", column = @Column(name = "written_by_name"))
    private ReturnAuthor writtenBy;

    private Instant writtenAt;

    protected StoredLetter() {}

    StoredLetter(Letters.Written written, String inputs, ReturnAuthor by, Instant at) {
        shape = written.shape();
        subject = written.subject();
        recipient =
                written.shape() == Letters.Shape.UNIT ? written.copies().get(0).unit() : null;
        recipients = written.units();
        this.inputs = inputs;
        inputsSha256 = DraftSnapshot.sha256(inputs);
        writtenBy = by;
        writtenAt = at;
    }

    long id() {
        return Objects.requireNonNull(id);
    }
}
