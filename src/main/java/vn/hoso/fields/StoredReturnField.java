package vn.hoso.fields;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** A field that returns are asked for, as it is kept. */
@Entity
@Table(name = "return_field")
class StoredReturnField {

    @Id
    private String code;

    private String name;
    private @Nullable String notAbove;
    private boolean required;
    private int place;
    private LocalDate validFrom;
    private @Nullable LocalDate validUntil;
    private int version;
    private String changedByName;
    private Instant changedAt;

    protected StoredReturnField() {}

    StoredReturnField(ReturnField field, String by, Instant now) {
        this.code = field.code();
        becomes(field, by, now);
    }

    int version() {
        return version;
    }

    String changedByName() {
        return changedByName;
    }

    ReturnField field() {
        return new ReturnField(
                code,
                name,
                notAbove,
                required,
                place,
                YearMonth.from(validFrom),
                validUntil == null ? null : YearMonth.from(validUntil));
    }

    /** Counts the change, so that whoever saw the field before it is told. */
    void changed() {
        version++;
    }

    final void becomes(ReturnField field, String by, Instant now) {
        this.name = field.name();
        this.notAbove = field.notAbove();
        this.required = field.required();
        this.place = field.place();
        this.validFrom = field.validFrom().atDay(1);
        YearMonth until = field.validUntil();
        this.validUntil = until == null ? null : until.atDay(1);
        this.changedByName = by;
        this.changedAt = now;
    }
}
