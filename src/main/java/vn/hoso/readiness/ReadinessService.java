package vn.hoso.readiness;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.Change;
import vn.hoso.audit.TrailEntry;
import vn.hoso.security.CurrentUser;

/** Stores the quarterly forms, each as a version of its own. */
@Service
public class ReadinessService {

    private final EquipmentVersions versions;
    private final AuditTrail audit;
    private final Clock clock;

    ReadinessService(EquipmentVersions versions, AuditTrail audit, Clock clock) {
        this.versions = versions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Stores what a unit's one-stop shop has, unless this user has just stored the same.
     *
     * @param unitId a unit of the quarter that the writer may enter for
     * @param expectedVersion the version that the writer saw, 0 for none
     * @param said what breaks no rule
     * @return false if somebody else stored a version meanwhile, and nothing is stored
     */
    @Transactional
    public boolean save(long unitId, Quarter quarter, int expectedVersion, Equipment said, CurrentUser by) {
        versions.lockUnitForUpdate(unitId);
        EquipmentVersion latest = versions.findFirstByUnitIdAndQuarterOrderByVersionDesc(unitId, quarter.firstDay())
                .orElse(null);
        if (latest != null && latest.says(said, by)) {
            return true;
        }
        if ((latest == null ? 0 : latest.version()) != expectedVersion) {
            return false;
        }
        versions.save(new EquipmentVersion(
                new EquipmentVersion.Key(unitId, quarter.firstDay(), expectedVersion + 1), said, by, clock.instant()));
        audit.record(
                by,
                TrailEntry.of("shop.reported", quarter.name(), "")
                        .units(List.of(unitId))
                        .changing(changes(unitId, latest == null ? null : latest.equipment(), said)));
        return true;
    }

    private static List<Change> changes(long unitId, @Nullable Equipment before, Equipment after) {
        List<Change> changes = new ArrayList<>();
        change(changes, unitId, "shop.there", before == null ? null : there(before), there(after));
        change(changes, unitId, "shop.officials", before == null ? null : before.officials(), after.officials());
        change(changes, unitId, "shop.computers", before == null ? null : before.withComputer(), after.withComputer());
        change(
                changes,
                unitId,
                "shop.signatures",
                before == null ? null : before.withSignature(),
                after.withSignature());
        change(changes, unitId, "shop.line", before == null ? null : before.line(), after.line());
        change(changes, unitId, "shop.scanners", before == null ? null : before.scanners(), after.scanners());
        change(changes, unitId, "note", before == null ? null : before.lacking(), after.lacking());
        return changes;
    }

    private static String there(Equipment said) {
        return said.shop() ? "THERE" : "NONE";
    }

    private static void change(
            List<Change> changes, long unitId, String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changes.add(new Change(unitId, null, field, text(before), text(after)));
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
