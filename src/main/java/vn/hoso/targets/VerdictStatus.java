package vn.hoso.targets;

/** The outcome of holding figures against a target. */
public enum VerdictStatus {
    MET,
    NOT_MET,
    /** Nothing was reported, or a user decided not to assess. */
    NOT_ASSESSED,
    /** Reported, but no dossier that could count (denominator 0). */
    NOTHING_ARISEN;

    /** Whether there was something to decide on. */
    public boolean decided() {
        return this == MET || this == NOT_MET;
    }
}
