package vn.hoso.figures.domain;

/** How far a monthly return has come. */
public enum ReturnStatus {
    DRAFT,
    SUBMITTED,
    RETURNED,
    APPROVED
}
