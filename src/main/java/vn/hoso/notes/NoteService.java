package vn.hoso.notes;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.Change;
import vn.hoso.audit.TrailEntry;
import vn.hoso.notes.UnitNote.Draft;
import vn.hoso.notes.UnitNote.Outcome;
import vn.hoso.security.CurrentUser;

/**
 * Writes, changes and withdraws notes, each as a version of its own. Writers of one unit come one after the other, so the
 * same press sent twice is one note.
 */
@Component
public class NoteService {

    private final JdbcClient jdbc;
    private final UnitNoteQueries notes;
    private final AuditTrail audit;
    private final Clock clock;

    NoteService(JdbcClient jdbc, UnitNoteQueries notes, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.notes = notes;
        this.audit = audit;
        this.clock = clock;
    }

    /** Where a note stands: a unit that the writer may enter for, and a month of it. */
    public record Place(YearMonth month, long unitId) {}

    /** Writes a note, unless this person has just written the same. */
    @Transactional
    public void write(Place place, Draft draft, CurrentUser by) {
        List<UnitNote> latest = held(place);
        if (latest.stream().noneMatch(note -> note.says(draft, by.id()))) {
            long id = jdbc.sql("select nextval('unit_note_id_seq')")
                    .query(Long.class)
                    .single();
            add(place, id, 1, draft, false, by);
            audit.record(by, entry(TrailEntry.of("note.written", place.month()), place, null, draft.text()));
        }
    }

    /**
     * Changes a note.
     *
     * @param seen the version that the writer saw
     */
    @Transactional
    public Outcome change(Place place, long id, int seen, Draft draft, CurrentUser by) {
        UnitNote latest = find(place, id).orElse(null);
        if (latest != null && latest.says(draft, by.id())) {
            return Outcome.KEPT;
        }
        if (latest == null || latest.withdrawn() || latest.version() != seen) {
            return Outcome.changedMeanwhile(latest);
        }
        add(place, id, seen + 1, draft, false, by);
        audit.record(by, entry(TrailEntry.of("note.changed", place.month()), place, latest.text(), draft.text()));
        return Outcome.KEPT;
    }

    /** Takes a note back; its text stays to be read. */
    @Transactional
    public Outcome withdraw(Place place, long id, int seen, CurrentUser by) {
        UnitNote latest = find(place, id).orElse(null);
        if (latest != null && latest.withdrawn() && latest.byId() == by.id()) {
            return Outcome.KEPT;
        }
        if (latest == null || latest.withdrawn() || latest.version() != seen) {
            return Outcome.changedMeanwhile(latest);
        }
        add(place, id, seen + 1, new Draft(latest.kind(), latest.text(), latest.forReport()), true, by);
        audit.record(by, entry(TrailEntry.of("note.withdrawn", place.month()), place, latest.text(), null));
        return Outcome.KEPT;
    }

    private Optional<UnitNote> find(Place place, long id) {
        return held(place).stream().filter(note -> note.id() == id).findFirst();
    }

    /** The latest version of each note, while no other writer of this unit is at it. */
    private List<UnitNote> held(Place place) {
        jdbc.sql("select id from unit where id = ? for no key update")
                .param(place.unitId())
                .query(Long.class)
                .optional();
        return UnitNote.latest(notes.of(place.month(), place.unitId()));
    }

    private void add(Place place, long id, int version, Draft draft, boolean withdrawn, CurrentUser by) {
        jdbc.sql("""
                        insert into unit_note (id, version, unit_id, month, kind, text, for_report, withdrawn, written_by,
                            written_by_name, written_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        version,
                        place.unitId(),
                        place.month().atDay(1),
                        draft.kind().name(),
                        draft.text(),
                        draft.forReport(),
                        withdrawn,
                        by.id(),
                        by.displayName(),
                        OffsetDateTime.now(clock))
                .update();
    }

    private static TrailEntry entry(TrailEntry entry, Place place, @Nullable String before, @Nullable String after) {
        return entry.units(List.of(place.unitId()))
                .changing(List.of(new Change(place.unitId(), null, "note", before, after)));
    }
}
