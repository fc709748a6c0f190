package vn.hoso.notes;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.shared.Formats;

/**
 * A note on a unit's month, as it stands after one version.
 *
 * @param version counted from 1
 * @param unit the unit's name in that month
 * @param forReport whether its author offers it to the report
 * @param withdrawn whether it was taken back by this version
 * @param by who wrote this version
 */
public record UnitNote(
        long id,
        int version,
        long unitId,
        String unit,
        YearMonth month,
        NoteKind kind,
        String text,
        boolean forReport,
        boolean withdrawn,
        long byId,
        String by,
        Instant at) {

    /** The longest note, in characters. */
    public static final int LONGEST = 5000;

    /**
     * What somebody writes.
     *
     * @param text NFC text without blank ends, at most {@link #LONGEST} characters
     */
    public record Draft(NoteKind kind, String text, boolean forReport) {}

    /** Where a note stands: a unit that the writer may enter for, and a month of it. */
    public record Place(YearMonth month, long unitId) {}

    /** The notes that stand, of all their versions. */
    public static List<UnitNote> inForce(List<UnitNote> versions) {
        return versions.stream()
                .filter(note -> !note.withdrawn
                        && versions.stream().noneMatch(later -> later.id == note.id && later.version > note.version))
                .toList();
    }

    /** Time of day and date, as pages print it. */
    public String when() {
        return Formats.time(at);
    }

    /** Such as 09/2024. */
    public String monthName() {
        return Formats.month(month);
    }

    /** The page on which it is read and changed. */
    public String path() {
        return "/figures/" + month + "/" + unitId + "/notes";
    }

    /** What was refused: somebody else changed the note meanwhile; null where there is no such note. */
    public record Outcome(boolean kept, @Nullable UnitNote latest) {

        static final Outcome KEPT = new Outcome(true, null);
    }
}
