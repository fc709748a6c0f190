package vn.hoso.security;

/** What a user is to the program; one role each. */
public enum Role {
    /** Manages users and settings; cannot change figures. */
    ADMINISTRATOR,
    /** The district Office: enters for every unit, confirms verdicts. */
    REVIEWER,
    /** Reads everything, changes nothing. */
    LEADER,
    /** Reads the whole district, takes its reports and exports and enters the registry's number; enters and approves no figures. */
    REPORT_CLERK,
    /** Enters the figures of the units assigned to them, and sees only these. */
    UNIT_STAFF;

    /** The name that Spring Security's expressions use. */
    public String authority() {
        return "ROLE_" + name();
    }
}
