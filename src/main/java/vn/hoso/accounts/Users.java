package vn.hoso.accounts;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** The people who may sign in. */
interface Users extends JpaRepository<User, Long> {

    boolean existsByUsername(String username);

    /** Held, so that two changes at once cannot take away the last one of them. */
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
}
