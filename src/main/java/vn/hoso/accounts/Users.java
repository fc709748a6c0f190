package vn.hoso.accounts;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import vn.hoso.security.Role;

/** The users who may sign in. */
interface Users extends JpaRepository<User, Long> {

    boolean existsByUsername(String username);

    Optional<User> findByUsernameAndRoleAndEnabledTrue(String username, Role role);

    /** Locks them, so that two changes at once cannot remove the last administrator. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("""
            select u from User u
            where u.role = vn.hoso.security.Role.ADMINISTRATOR and u.enabled and u.passwordHash is not null order by u.id
            """)
    List<User> lockAdministrators();

    /** Held, so that of two changes the second finds what the first left, and what hangs on a user is made once. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select u from User u where u.id = :id")
    Optional<User> lockForUpdate(long id);

    /** The same of whom a link is for. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select u from User u where u.id = (select l.user.id from OneTimeLink l where l.tokenHash = :tokenHash)")
    Optional<User> lockOwner(String tokenHash);

    /** Those who may sign in and enter figures of these units on a day or later. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("""
            select u from User u where u.enabled and exists (
                select 1 from u.units a where a.unitId in :unitIds and (a.toDay is null or a.toDay >= :day))
            order by u.id
            """)
    List<User> lockEntering(Collection<Long> unitIds, LocalDate day);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select u from User u where u.id in :ids order by u.id")
    List<User> lockAllById(Collection<Long> ids);

    /** Loads the units of users who are held: a statement that waits for a user still reads the units from before. */
    @Query("select u from User u left join fetch u.units where u in :held")
    List<User> loadUnits(Collection<User> held);

    /** Takes back that they were changed twice. */
    @Modifying
    @Query("update User u set u.version = u.version - 2 where u.id in :ids")
    void countBack(Collection<Long> ids);

    @Query("select u.username from User u")
    Set<String> findUsernames();

    /**
     * One at a time makes accounts and links: two that both saw a unit without an account would make it two, and two that both replaced
     * a user's link would leave them two that work.
     */
    @Query(value = "select pg_advisory_xact_lock(hashtext('hoso.new_users')) is null", nativeQuery = true)
    boolean lockCreation();
}
