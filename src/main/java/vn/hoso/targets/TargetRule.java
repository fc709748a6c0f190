package vn.hoso.targets;

/** What a target asks of its indicator. */
public enum TargetRule {
    /** The rate is at least the threshold. */
    AT_LEAST,
    /** The rate is more than the threshold. */
    MORE_THAN,
    /** At least one online dossier in the period; carries no percentage. */
    HAS_ARISEN,
    /** Points by the percent reached; met where the rate brings most points. */
    BANDS
}
