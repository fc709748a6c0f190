package vn.hoso.units;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** What a unit is called during a time. */
@Entity
class UnitVersion {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long unitId;
    private String kind;
    private String code;
    private String name;
    private @Nullable String unitGroup;

    /** The days as PostgreSQL writes a range: {@code [2021-01-01,2025-07-01)}; without a date on a side that is open. */
    @Column(columnDefinition = "daterange")
    @ColumnTransformer(read = "cast(valid as text)", write = "cast(? as daterange)")
    private String valid;

    private String changedByName;
    private Instant changedAt;

    protected UnitVersion() {}

    UnitVersion(long unit, @Nullable LocalDate from, @Nullable LocalDate end, UnitWords words, String by, Instant now) {
        this.unitId = unit;
        becomes(words, by, now);
        holds(from, end);
    }

    final void becomes(UnitWords words, String by, Instant now) {
        this.kind = words.kind().code();
        this.code = words.code();
        this.name = words.name();
        this.unitGroup = words.group();
        this.changedByName = by;
        this.changedAt = now;
    }

    /** Holds from the first of these days to the day before the second; null: without a beginning, or still. */
    final void holds(@Nullable LocalDate from, @Nullable LocalDate end) {
        this.valid = "[" + Objects.toString(from, "") + "," + Objects.toString(end, "") + ")";
    }

    /** The first day on which it holds no more, as it is written; empty: it still does. */
    @Nullable
    LocalDate end() {
        String written = valid.substring(valid.indexOf(',') + 1, valid.length() - 1);
        return written.isEmpty() ? null : LocalDate.parse(written);
    }
}
