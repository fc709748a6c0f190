package vn.hoso.readiness;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;
import vn.hoso.security.CurrentUser;

/** One version of a unit's form of a quarter; the table takes further versions and changes none. */
@Entity
@Table(name = "unit_readiness")
@IdClass(EquipmentVersion.Key.class)
class EquipmentVersion implements Persistable<EquipmentVersion.Key> {

    record Key(long unitId, LocalDate quarter, int version) implements Serializable {}

    @Id
    private long unitId;

    @Id
    private LocalDate quarter;

    /** Counted from 1. */
    @Id
    private int version;

    @Column(name = "has_shop")
    private boolean shop;

    private @Nullable Integer officials;
    private @Nullable Integer withComputer;
    private @Nullable Integer withSignature;

    @Column(name = "line_mbps")
    private @Nullable Integer line;

    private @Nullable Integer scanners;
    private @Nullable String lacking;
    private @Nullable Long writtenBy;
    private String writtenByName;
    private Instant writtenAt;

    protected EquipmentVersion() {}

    EquipmentVersion(Key key, Equipment said, CurrentUser by, Instant at) {
        unitId = key.unitId();
        quarter = key.quarter();
        version = key.version();
        shop = said.shop();
        officials = said.officials();
        withComputer = said.withComputer();
        withSignature = said.withSignature();
        line = said.line();
        scanners = said.scanners();
        lacking = said.lacking();
        writtenBy = by.id();
        writtenByName = by.nameFor(List.of(unitId));
        writtenAt = at;
    }

    Equipment equipment() {
        return new Equipment(shop, officials, withComputer, withSignature, line, scanners, lacking);
    }

    /** Whether this user has said exactly this: the same press sent twice. */
    boolean says(Equipment said, CurrentUser by) {
        return writtenBy != null && writtenBy == by.id() && said.equals(equipment());
    }

    int version() {
        return version;
    }

    @Override
    public Key getId() {
        return new Key(unitId, quarter, version);
    }

    @Override
    public boolean isNew() {
        return true;
    }
}
