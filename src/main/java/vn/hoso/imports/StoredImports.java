package vn.hoso.imports;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;

/** The files that people brought. */
interface StoredImports extends JpaRepository<StoredImport, Long> {

    /** Held, so that of two answers or two presses at once each finds what the other left. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select f from StoredImport f where f.id = :id")
    Optional<StoredImport> lockForUpdate(long id);

    /**
     * Forgets what changed no figure. By hand: whether a figure came from a file is asked in the very statement that takes
     * it away, and no file is loaded for that.
     */
    @Modifying
    @NativeQuery("""
            delete from import_file f where applied_at is null and uploaded_at < :before
            and not exists (select from return_revision r where r.import_file_id = f.id)
            """)
    void deleteUnused(Instant before);
}
