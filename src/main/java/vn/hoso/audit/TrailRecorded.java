package vn.hoso.audit;

/**
 * Something was recorded in the trail; for listeners that have to read again once it is committed.
 *
 * @param action its stable code, such as {@code figures.approved}
 */
public record TrailRecorded(String action) {}
