package vn.hoso.figures;

/** How far a proposal to correct approved figures has come; only one that is proposed can still be decided. */
public enum CorrectionState {
    PROPOSED,
    APPROVED,
    REFUSED,
    WITHDRAWN
}
