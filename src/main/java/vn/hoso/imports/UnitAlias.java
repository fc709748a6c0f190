package vn.hoso.imports;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a sheet calls a unit, once a person has said which unit is meant. */
@Entity
class UnitAlias {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    /** The name as it is compared. */
    private String folded;

    /** The name as the sheet writes it; null for what was remembered before that was kept. */
    private @Nullable String written;

    /** Null if it means none: rows of this name are left out. */
    private @Nullable Long unitId;

    private long chosenBy;
    private Instant chosenAt;

    protected UnitAlias() {}

    @SuppressWarnings("NullAway.Init") // mean() follows before it is stored
    UnitAlias(String folded, long chosenBy) {
        this.folded = folded;
        this.chosenBy = chosenBy;
    }

    /** Says what it means, {@link RememberedAnswer#NO_UNIT} for no unit. */
    void mean(long unit, String writtenName, Instant at) {
        unitId = unit == RememberedAnswer.NO_UNIT ? null : unit;
        written = writtenName;
        chosenAt = at;
    }
}
