package vn.hoso.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * The session's cookie: for this program's addresses only and out of scripts' reach. Over HTTPS its name begins with
 * {@code __Host-}, by which browsers refuse one set by another host or without HTTPS; over plain HTTP they would drop
 * that name, so it is left off there.
 */
final class SessionCookie implements CookieSerializer {

    private final CookieSerializer plain = named("HOSO_SESSION", false);
    private final CookieSerializer overHttps = named("__Host-HOSO_SESSION", true);

    private static CookieSerializer named(String name, boolean overHttps) {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(name);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        if (overHttps) {
            cookie.setUseSecureCookie(true);
            cookie.setCookiePath("/");
        }
        return cookie;
    }

    @Override
    public void writeCookieValue(CookieValue value) {
        of(value.getRequest()).writeCookieValue(value);
    }

    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        return of(request).readCookieValues(request);
    }

    private CookieSerializer of(HttpServletRequest request) {
        return request.isSecure() ? overHttps : plain;
    }
}
