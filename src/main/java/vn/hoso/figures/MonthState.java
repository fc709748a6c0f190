package vn.hoso.figures;

/** Whether figures of a month may still change. */
public enum MonthState {
    OPEN,
    LOCKED
}
