package vn.hoso.organisation;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** What the organisation was and is called. */
interface OrganisationVersions extends Repository<OrganisationVersion, Long> {

    List<OrganisationVersion> findAllByOrderByValidFrom();

    /** Two people who change the organisation at once come one after the other, whatever day they mean. */
    @Query(value = "select pg_advisory_xact_lock(hashtext('hoso.organisation')) is null", nativeQuery = true)
    boolean lockAll();

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select v from OrganisationVersion v where v.validFrom = :day")
    Optional<OrganisationVersion> lockForUpdate(LocalDate day);

    OrganisationVersion save(OrganisationVersion version);
}
