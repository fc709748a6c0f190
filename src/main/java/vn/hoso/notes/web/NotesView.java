package vn.hoso.notes.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.notes.UnitNote;

/**
 * The notes on a unit's month, ready to print.
 *
 * @param month such as 09/2024
 * @param address such as 2024-09
 * @param notes in the order in which they were written, withdrawn ones too
 * @param writable whether this reader may write
 * @param meanwhile what somebody else made of the note meanwhile, null if nobody did
 */
record NotesView(
        String month,
        String address,
        long unitId,
        String unit,
        List<Note> notes,
        boolean writable,
        @Nullable UnitNote meanwhile) {

    /**
     * A note.
     *
     * @param now as it stands
     * @param earlier its earlier versions, the latest first
     */
    record Note(UnitNote now, List<UnitNote> earlier) {}
}
