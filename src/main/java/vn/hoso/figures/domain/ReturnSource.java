package vn.hoso.figures.domain;

/** Where the figures of a return came from. */
public enum ReturnSource {
    FORM,
    IMPORT,
    /** Counted in a list of dossiers. */
    EXTRACT,
    DEMONSTRATION,
    /** A correction of approved figures that a second person approved. */
    CORRECTION
}
