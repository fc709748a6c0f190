package vn.hoso.units;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A kind of units, as it is kept. */
@Entity
@Table(name = "unit_kind")
class StoredUnitKind {

    @Id
    private String code;

    private String name;
    private String heading;
    private String[] shortForms;
    private int place;
    private boolean office;
    private int version;
    private String changedByName;
    private Instant changedAt;

    protected StoredUnitKind() {}

    StoredUnitKind(String code, UnitKind kind, String by, Instant now) {
        this.code = code;
        becomes(kind, by, now);
    }

    int version() {
        return version;
    }

    /** Counts the change, so that whoever saw the kind before it is told. */
    void changed() {
        version++;
    }

    final void becomes(UnitKind kind, String by, Instant now) {
        this.name = kind.name();
        this.heading = kind.heading();
        this.shortForms = kind.shortForms().toArray(String[]::new);
        this.place = kind.place();
        this.office = kind.office();
        this.changedByName = by;
        this.changedAt = now;
    }
}
