package vn.hoso.accounts;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
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

    /** Held, so that what hangs on a user is made once. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select u from User u where u.id = :id")
    Optional<User> lockForUpdate(long id);

    @Query("select u.username from User u")
    Set<String> findUsernames();

    /** One at a time makes accounts: two that both saw a unit without one would make it two. */
    @Query(value = "select pg_advisory_xact_lock(hashtext('hoso.new_users')) is null", nativeQuery = true)
    boolean lockCreation();
}
