package vn.hoso.audit;

/**
 * Somebody did something that the trail tells of; for those who have to look again once it is committed.
 *
 * @param action its stable code, such as {@code figures.approved}
 */
public record TrailRecorded(String action) {}
