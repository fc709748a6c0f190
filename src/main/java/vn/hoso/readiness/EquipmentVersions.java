package vn.hoso.readiness;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The quarterly forms with all their versions. */
interface EquipmentVersions extends Repository<EquipmentVersion, EquipmentVersion.Key> {

    EquipmentVersion save(EquipmentVersion version);

    /** Writers of one unit come one after the other: each waits here for the one before. */
    @Query(value = "select id from unit where id = :unitId for no key update", nativeQuery = true)
    Optional<Long> lockUnitForUpdate(long unitId);

    Optional<EquipmentVersion> findFirstByUnitIdAndQuarterOrderByVersionDesc(long unitId, LocalDate quarter);
}
