package vn.hoso.notes.web;

import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import vn.hoso.notes.NoteKind;
import vn.hoso.notes.UnitNote;
import vn.hoso.shared.PlainText;
import vn.hoso.shared.UserText;

/**
 * A note as typed.
 *
 * @param note the note to change, 0 for one to write
 * @param seen the version that the writer saw, 0 for one to write
 * @param forReport whether its author offers it to the report
 */
record NoteForm(
        Long note,
        Integer seen,
        @NotNull(message = "{error.unreadable-request}") NoteKind kind,

        @PlainText(max = UnitNote.LONGEST, message = "{notes.text.problem}")
        String text,

        Boolean forReport) {

    static final NoteForm EMPTY = new NoteForm(0L, 0, NoteKind.EXPLANATION, "", false);

    /** What was not sent is 0, empty or not ticked. */
    NoteForm {
        note = Objects.requireNonNullElse(note, 0L);
        seen = Objects.requireNonNullElse(seen, 0);
        text = Objects.requireNonNullElse(text, "");
        forReport = Objects.requireNonNullElse(forReport, false);
    }

    static NoteForm of(UnitNote note) {
        return new NoteForm(note.id(), note.version(), note.kind(), note.text(), note.forReport());
    }

    /** The typed text again, to be sent over what is there now. */
    NoteForm over(UnitNote latest) {
        return latest.withdrawn()
                ? new NoteForm(0L, 0, kind, text, forReport)
                : new NoteForm(note, latest.version(), kind, text, forReport);
    }

    UnitNote.Draft draft() {
        return new UnitNote.Draft(kind, UserText.kept(text), forReport);
    }
}
