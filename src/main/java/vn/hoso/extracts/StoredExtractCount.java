package vn.hoso.extracts;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import vn.hoso.imports.RowKey;

/**
 * Whether what a list counted for a unit's month is in force; the figures are written once and read by {@link ExtractCounts}. A list has
 * thousands: they are taken out of force many at once, by {@link StoredExtractCounts}.
 */
@Entity
@Table(name = "extract_count")
@IdClass(StoredExtractCount.Key.class)
class StoredExtractCount {

    record Key(long extractId, long unitId, LocalDate month) implements Serializable {}

    @Id
    private long extractId;

    @Id
    private long unitId;

    @Id
    private LocalDate month;

    private boolean inForce;
    private @Nullable Long withdrawnBy;
    private @Nullable String withdrawnByName;
    private @Nullable Instant withdrawnAt;
    private @Nullable String withdrawnReason;

    protected StoredExtractCount() {}

    RowKey place() {
        return new RowKey(unitId, YearMonth.from(month));
    }
}
