package vn.hoso.notes;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Notes with all their versions. */
interface UnitNotes extends Repository<NoteVersion, NoteVersion.Key> {

    NoteVersion save(NoteVersion version);

    /** Writers of one unit come one after the other: each waits here for the one before. */
    @Query(value = "select id from unit where id = :unitId for no key update", nativeQuery = true)
    Optional<Long> lockUnitForUpdate(long unitId);

    @Query(value = "select nextval('unit_note_id_seq')", nativeQuery = true)
    long nextId();

    /** The latest version of each note on a unit's month, withdrawn ones too. */
    @Query("""
            select n from NoteVersion n where n.unitId = :unitId and n.month = :month
                and not exists (select later.id from NoteVersion later where later.id = n.id and later.version > n.version)
            """)
    List<NoteVersion> findLatest(long unitId, LocalDate month);
}
