package vn.hoso.accounts;

import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;

/** The people who may sign in. */
interface AppUsers extends JpaRepository<AppUser, Long> {

    @EntityGraph(attributePaths = "unitIds")
    Optional<AppUser> findByUsername(String username);

    boolean existsByUsername(String username);
}
