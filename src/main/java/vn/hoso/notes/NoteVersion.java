package vn.hoso.notes;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.data.domain.Persistable;
import vn.hoso.security.CurrentUser;

/** One version of a note on a unit's month; the table takes further versions and changes none. */
@Entity
@Table(name = "unit_note")
@IdClass(NoteVersion.Key.class)
class NoteVersion implements Persistable<NoteVersion.Key> {

    record Key(long id, int version) implements Serializable {}

    @Id
    private long id;

    /** Counted from 1. */
    @Id
    private int version;

    private long unitId;
    private LocalDate month;

    @Enumerated(EnumType.STRING)
    private NoteKind kind;

    private String text;
    private boolean forReport;
    private boolean withdrawn;
    private long writtenBy;
    private String writtenByName;
    private Instant writtenAt;

    protected NoteVersion() {}

    /** The first version of a note. */
    NoteVersion(long id, UnitNote.Place place, UnitNote.Draft draft, CurrentUser by, Instant at) {
        this.id = id;
        this.version = 1;
        this.unitId = place.unitId();
        this.month = place.month().atDay(1);
        write(draft, by, at);
    }

    private void write(UnitNote.Draft draft, CurrentUser by, Instant at) {
        kind = draft.kind();
        text = draft.text();
        forReport = draft.forReport();
        writtenBy = by.id();
        writtenByName = by.nameFor(List.of(unitId));
        writtenAt = at;
    }

    /** The version after this one, as somebody changed it. */
    NoteVersion changed(UnitNote.Draft draft, CurrentUser by, Instant at) {
        NoteVersion next = new NoteVersion();
        next.id = id;
        next.version = version + 1;
        next.unitId = unitId;
        next.month = month;
        next.write(draft, by, at);
        return next;
    }

    /** The version after this one that takes the note back. */
    NoteVersion withdrawn(CurrentUser by, Instant at) {
        NoteVersion next = changed(draft(), by, at);
        next.withdrawn = true;
        return next;
    }

    /** Whether this user has written exactly this. */
    boolean says(UnitNote.Draft draft, CurrentUser by) {
        return !withdrawn && writtenBy == by.id() && draft.equals(draft());
    }

    boolean withdrawnBy(CurrentUser by) {
        return withdrawn && writtenBy == by.id();
    }

    /** Whether it stands, and is the version that the writer saw. */
    boolean standsAs(int expectedVersion) {
        return !withdrawn && version == expectedVersion;
    }

    private UnitNote.Draft draft() {
        return new UnitNote.Draft(kind, text, forReport);
    }

    long id() {
        return id;
    }

    String text() {
        return text;
    }

    @Override
    public Key getId() {
        return new Key(id, version);
    }

    @Override
    public boolean isNew() {
        return true;
    }
}
