package vn.hoso.figures.domain;

/** Whether figures of a month may still change. */
public enum MonthStatus {
    OPEN,
    LOCKED
}
