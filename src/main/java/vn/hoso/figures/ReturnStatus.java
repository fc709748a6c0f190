package vn.hoso.figures;

/** How far a monthly return has come. */
public enum ReturnStatus {
    DRAFT,
    SUBMITTED,
    RETURNED,
    APPROVED
}
