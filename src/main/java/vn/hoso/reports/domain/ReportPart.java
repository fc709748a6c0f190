package vn.hoso.reports.domain;

/** A part of the report whose words an office may choose. */
public enum ReportPart {
    GROUNDS(true),
    OPENING(true),
    RESULTS(false),
    UNITS(false),
    SHORTCOMINGS(false),
    SOLUTIONS(true),
    CLOSING(true),
    AUTHORITY(true),
    RECIPIENTS(true);

    private final boolean lasting;

    ReportPart(boolean lasting) {
        this.lasting = lasting;
    }

    /** Whether its words may serve later years too; sections I to III judge one year and are proposed anew for each. */
    public boolean lasting() {
        return lasting;
    }
}
