package vn.hoso.backup;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** Where packages that were made and proved are listed. */
interface BackupRuns extends JpaRepository<BackupRun, Long> {

    List<BackupRun> findTop40ByOrderByStartedAtDescIdDesc();

    /** The names of all packages that runs tell of. */
    @Query("select r.file from BackupRun r")
    Set<String> findFiles();

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from BackupRun r where r.finishedAt is null")
    Optional<BackupRun> findUnderWay();

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from BackupRun r where r.id = :id")
    Optional<BackupRun> lockForUpdate(long id);

    Optional<BackupRun> findFirstByKindAndBytesNotNullAndStartedAtBeforeOrderByStartedAtDesc(
            Backups.Kind kind, Instant until);

    Optional<BackupRun> findFirstByKindAndStartedAtBeforeOrderByStartedAtDesc(Backups.Kind kind, Instant until);
}
