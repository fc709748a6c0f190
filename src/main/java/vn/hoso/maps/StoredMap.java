package vn.hoso.maps;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A map as it was brought, until it is kept. Pages read {@link UnitMaps.Dated}. */
@Entity
@Table(name = "unit_map")
class StoredMap {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private LocalDate validFrom;
    private String attribution;
    private String licence;

    /** Written once, and never loaded with the rest. */
    @Column(columnDefinition = "jsonb", updatable = false)
    @ColumnTransformer(read = "null", write = "cast(? as jsonb)")
    private @Nullable String drawing;

    private int shapes;
    private boolean kept;
    private String changedByName;
    private Instant changedAt;

    @Version
    private int version;

    protected StoredMap() {}

    StoredMap(UnitMap map, LocalDate from, String attribution, String licence, String by, Instant at) {
        this.validFrom = from;
        this.attribution = attribution;
        this.licence = licence;
        this.drawing = JsonMapper.shared().writeValueAsString(map);
        this.shapes = map.shapes().size();
        this.changedByName = by;
        this.changedAt = at;
    }

    /** Takes it into use. */
    void keep(String by, Instant at) {
        kept = true;
        changedByName = by;
        changedAt = at;
    }

    long id() {
        return Objects.requireNonNull(id);
    }
}
