package vn.hoso.security;

/** The attributes of a session that say from where it was opened. */
public final class SessionOrigin {

    /** The address the sign-in came from. */
    public static final String ADDRESS = "hoso.address";

    /** What the browser called itself. */
    public static final String BROWSER = "hoso.browser";

    private SessionOrigin() {}
}
