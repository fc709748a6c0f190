package vn.hoso.security;

/** What a user still has to do after their password, and the one page that is open to them until then. */
public enum SignInStep {
    /** Type a code of their authenticator, or use a passkey. */
    CODE("/login/code"),
    /** Enrol an authenticator, which their role asks for. */
    ENROLMENT("/accounts/me/second-factor"),
    /** Choose another password, because the office lets passwords expire. */
    NEW_PASSWORD("/accounts/me/password");

    private final String page;

    SignInStep(String page) {
        this.page = page;
    }

    public String page() {
        return page;
    }

    boolean holds(String path) {
        return path.equals(page) || path.startsWith(page + "/");
    }
}
