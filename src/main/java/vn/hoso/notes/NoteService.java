package vn.hoso.notes;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.Change;
import vn.hoso.audit.TrailEntry;
import vn.hoso.notes.UnitNote.Draft;
import vn.hoso.notes.UnitNote.Outcome;
import vn.hoso.notes.UnitNote.Place;
import vn.hoso.security.CurrentUser;

/**
 * Writes, changes and withdraws notes, each as a version of its own. Writers of one unit come one after the other, so the
 * same press sent twice is one note.
 */
@Service
public class NoteService {

    private final UnitNotes versions;
    private final UnitNoteQueries notes;
    private final AuditTrail audit;
    private final Clock clock;

    NoteService(UnitNotes versions, UnitNoteQueries notes, AuditTrail audit, Clock clock) {
        this.versions = versions;
        this.notes = notes;
        this.audit = audit;
        this.clock = clock;
    }

    /** Writes a note, unless this user has just written the same. */
    @Transactional
    public void write(Place place, Draft draft, CurrentUser by) {
        if (lockForUpdate(place).stream().noneMatch(note -> note.says(draft, by))) {
            versions.save(new NoteVersion(versions.nextId(), place, draft, by, clock.instant()));
            audit.record(by, entry(TrailEntry.of("note.written", place.month()), place, null, draft.text()));
        }
    }

    /**
     * Changes a note.
     *
     * @param expectedVersion the version that the writer saw
     */
    @Transactional
    public Outcome change(Place place, long id, int expectedVersion, Draft draft, CurrentUser by) {
        NoteVersion latest = lockForUpdate(place, id).orElse(null);
        if (latest != null && latest.says(draft, by)) {
            return Outcome.KEPT;
        }
        if (latest == null || !latest.standsAs(expectedVersion)) {
            return changedMeanwhile(place, id);
        }
        versions.save(latest.changed(draft, by, clock.instant()));
        audit.record(by, entry(TrailEntry.of("note.changed", place.month()), place, latest.text(), draft.text()));
        return Outcome.KEPT;
    }

    /** Takes a note back; its text stays to be read. */
    @Transactional
    public Outcome withdraw(Place place, long id, int expectedVersion, CurrentUser by) {
        NoteVersion latest = lockForUpdate(place, id).orElse(null);
        if (latest != null && latest.withdrawnBy(by)) {
            return Outcome.KEPT;
        }
        if (latest == null || !latest.standsAs(expectedVersion)) {
            return changedMeanwhile(place, id);
        }
        versions.save(latest.withdrawn(by, clock.instant()));
        audit.record(by, entry(TrailEntry.of("note.withdrawn", place.month()), place, latest.text(), null));
        return Outcome.KEPT;
    }

    private Optional<NoteVersion> lockForUpdate(Place place, long id) {
        return lockForUpdate(place).stream().filter(note -> note.id() == id).findFirst();
    }

    /** The latest version of each note, while no other writer of this unit is at it. */
    private List<NoteVersion> lockForUpdate(Place place) {
        versions.lockUnitForUpdate(place.unitId());
        return versions.findLatest(place.unitId(), place.month().atDay(1));
    }

    private Outcome changedMeanwhile(Place place, long id) {
        return new Outcome(
                false,
                notes.findVersions(place.month(), place.unitId()).stream()
                        .filter(note -> note.id() == id)
                        .findFirst()
                        .orElse(null));
    }

    private static TrailEntry entry(TrailEntry entry, Place place, @Nullable String before, @Nullable String after) {
        return entry.units(List.of(place.unitId()))
                .changing(List.of(new Change(place.unitId(), null, "note", before, after)));
    }
}
