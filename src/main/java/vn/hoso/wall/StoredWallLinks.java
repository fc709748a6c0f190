package vn.hoso.wall;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import vn.hoso.security.Role;

/** The links to the wall screen, and when each was last used. */
interface StoredWallLinks extends JpaRepository<StoredWallLink, Long> {

    /** Those that work first, each the latest first. */
    @Query("""
            select new vn.hoso.wall.WallLinks$Link(
                l.id, l.name, l.madeByName, maker.enabled, case when maker.role = :manages then true else false end, l.madeAt, l.lastDay,
                u.lastUsedAt, l.revokedByName, l.revokedAt)
            from StoredWallLink l join User maker on maker.id = l.madeBy left join WallUse u on u.linkId = l.id
            order by case when l.revokedAt is null then 0 else 1 end, l.id desc
            """)
    List<WallLinks.Link> findAllLinks(Role manages);

    @Query("""
            select new vn.hoso.wall.WallLinks$Opened(l.id, l.lastDay) from StoredWallLink l
            where l.tokenHash = :tokenHash and l.revokedAt is null and (l.lastDay is null or l.lastDay >= :today)
            """)
    Optional<WallLinks.Opened> findWorking(String tokenHash, LocalDate today);

    /** Held until the transaction ends, so that two links made at once have two names. */
    @Modifying
    @Query(value = "lock table wall_link in share row exclusive mode", nativeQuery = true)
    void lockAll();

    /** Whether a link that was not revoked has the name, whatever its case. */
    @Query("select count(l) > 0 from StoredWallLink l where l.revokedAt is null and lower(l.name) = lower(:name)")
    boolean existsWorking(String name);

    /** Held, so that a link is revoked or renewed once. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select l from StoredWallLink l where l.id = :id")
    Optional<StoredWallLink> lockForUpdate(long id);

    /** Screens that ask at the same moment write one row, and no lock is worth a look at a wall. */
    @Modifying
    @Query("""
            insert into WallUse (linkId, lastUsedAt) values (:id, :now)
            on conflict (linkId) do update set lastUsedAt = excluded.lastUsedAt where lastUsedAt < :before
            """)
    void noteUse(long id, Instant now, Instant before);
}
