package vn.hoso.backup;

/** Hears how far a backup or a drill has come. */
@FunctionalInterface
interface Progress {

    /** Hears nothing. */
    Progress NONE = (done, all) -> {};

    /** @param done how many of {@code all} steps are done */
    void reached(int done, int all);
}
