package vn.hoso.security;

import jakarta.servlet.http.HttpServletResponse;

/** What a browser may do with our pages. */
public final class BrowserPolicy {

    static final String CONTENT = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; "
            + "script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    static final String NOTHING_OF_THE_DEVICE =
            "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()";

    private BrowserPolicy() {}

    /** For a page that is written before the sign-in chain is asked. */
    public static void write(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", CONTENT);
        response.setHeader("Permissions-Policy", NOTHING_OF_THE_DEVICE);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-store");
    }
}
