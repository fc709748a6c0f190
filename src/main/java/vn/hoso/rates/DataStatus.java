package vn.hoso.rates;

/** How final a result is, in the words of Vietnamese statistics; the least final first. */
public enum DataStatus {
    /** Ước tính: returns are missing, so the result rests on a part of the figures. */
    ESTIMATE,
    /** Sơ bộ: every return is there, but not every one is approved. */
    PRELIMINARY,
    /** Chính thức: every return is there and approved, or a document published the totals. */
    OFFICIAL;

    /**
     * From what is there.
     *
     * @param missing returns that should exist and do not
     * @param unapproved returns that are counted and not approved
     */
    public static DataStatus of(long missing, long unapproved) {
        if (missing > 0) {
            return ESTIMATE;
        }
        return unapproved > 0 ? PRELIMINARY : OFFICIAL;
    }
}
