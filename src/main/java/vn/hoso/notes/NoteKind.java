package vn.hoso.notes;

/** What a note on a unit's month is about. */
public enum NoteKind {
    /** Giải trình: why the figures are as they are. */
    EXPLANATION,
    /** Sự kiện: something that happened in the month. */
    EVENT,
    OTHER
}
