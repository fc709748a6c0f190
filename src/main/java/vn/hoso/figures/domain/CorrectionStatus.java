package vn.hoso.figures.domain;

/** How far a proposal to correct approved figures has come; only one that is proposed can still be decided. */
public enum CorrectionStatus {
    PROPOSED,
    APPROVED,
    REFUSED,
    WITHDRAWN
}
