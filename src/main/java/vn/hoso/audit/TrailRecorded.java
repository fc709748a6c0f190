package vn.hoso.audit;

/**
 * A user's change was recorded in the trail, in the transaction of the change; for listeners that belong to that transaction, or
 * that have to read again once it is committed.
 *
 * @param action its stable code, such as {@code figures.approved}
 */
public record TrailRecorded(String action) {}
