package vn.hoso.notes.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.notes.NoteKind;
import vn.hoso.notes.UnitNote;

/**
 * The notes on a unit's month, ready to print.
 *
 * @param month such as 09/2024
 * @param address such as 2024-09
 * @param notes in the order in which they were written, withdrawn ones too
 * @param form what is being written, null for readers who may not
 */
record NotesView(
        String month,
        String address,
        long unitId,
        String unit,
        List<Note> notes,
        @Nullable Form form) {

    /**
     * A note.
     *
     * @param now as it stands
     * @param earlier its earlier versions, the latest first
     */
    record Note(UnitNote now, List<UnitNote> earlier) {}

    /**
     * The form.
     *
     * @param note the note to change, 0 for one to write
     * @param seen the version that the writer saw, 0 for one to write
     * @param problem whether the text cannot be kept
     * @param meanwhile what somebody else made of the note meanwhile, null if nobody did
     */
    record Form(
            long note,
            int seen,
            NoteKind kind,
            String text,
            boolean forReport,
            boolean problem,
            @Nullable UnitNote meanwhile) {

        static final Form EMPTY = new Form(0, 0, NoteKind.EXPLANATION, "", false, false, null);

        static Form of(UnitNote note) {
            return new Form(note.id(), note.version(), note.kind(), note.text(), note.forReport(), false, null);
        }

        Form refused() {
            return new Form(note, seen, kind, text, forReport, true, null);
        }

        /** The typed text again, to be sent over what is there now. */
        Form over(UnitNote latest) {
            return new Form(
                    latest.withdrawn() ? 0 : note,
                    latest.withdrawn() ? 0 : latest.version(),
                    kind,
                    text,
                    forReport,
                    false,
                    latest);
        }
    }
}
