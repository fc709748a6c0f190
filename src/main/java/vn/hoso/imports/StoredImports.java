package vn.hoso.imports;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;

/** The files that people brought. */
interface StoredImports extends JpaRepository<StoredImport, Long> {

    /**
     * Of a file: its figures were being stored, but who did so has not said for a while that it goes on, so that it was stopped and
     * stored none. By the database's clock alone: those of two copies of the program may differ. What lies ahead of it was said before it
     * was put back.
     */
    String SILENCE = "(applying_since is not null"
            + " and coalesce(applying_seen_at, '-infinity') not between"
            + " clock_timestamp() - interval '15 seconds' and clock_timestamp() + interval '15 seconds')";

    /** Held, so that of two answers or two presses at once each finds what the other left. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select f from StoredImport f where f.id = :id")
    Optional<StoredImport> lockForUpdate(long id);

    /**
     * Says that an attempt stores the file's figures; 0 if one does already, or did so since the file was looked at. By hand: by the
     * database's clock, and by what pages go by.
     *
     * @param seen when its figures had been stored, as it was looked at
     */
    @Modifying
    @NativeQuery("update import_file set applying_since = :now, applying_key = :attempt,"
            + " applying_seen_at = clock_timestamp(), outcome = null where id = :id"
            + " and applied_at is not distinct from cast(:seen as timestamptz) and (applying_since is null or "
            + SILENCE
            + ")")
    int begin(long id, @Nullable Instant seen, UUID attempt, Instant now);

    /** Says that the attempt goes on. By hand: by the database's clock. */
    @Modifying
    @NativeQuery(
            "update import_file set applying_seen_at = clock_timestamp() where id = :id and applying_key = :attempt")
    void goesOn(long id, UUID attempt);

    /** Forgets what changed no figure: that is asked in the very statement that takes it away, and no file is loaded for it. */
    @Modifying
    @Query("""
            delete from StoredImport f where f.appliedAt is null and f.uploadedAt < :before
                and not exists (select 1 from ReturnRevision r where r.importFileId = f.id)
            """)
    void deleteUnused(Instant before);
}
