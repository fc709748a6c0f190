package vn.hoso.shared.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;
import vn.hoso.shared.Language;

/**
 * The language a user has chosen on this computer, kept in a cookie. Whatever languages the browser asks for do not
 * count: the offices' computers run English systems, their users read Vietnamese.
 */
@Component("localeResolver")
class ChosenLanguage implements LocaleResolver {

    private static final String COOKIE = "hoso_language";

    private static final Duration KEPT = Duration.ofDays(365);

    /** The screen on a wall speaks to passers-by, whatever somebody chose in the browser that shows it. */
    private static final Pattern WALL = Pattern.compile("/wall/[^/]+");

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        Cookie chosen = WebUtils.getCookie(request, name(request));
        return chosen == null || WALL.matcher(path).matches()
                ? Language.OFFICIAL
                : Language.of(chosen.getValue()).orElse(Language.VIETNAMESE).locale();
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (response == null || locale == null) {
            throw new UnsupportedOperationException("a language is chosen, and kept in the answer");
        }
        ResponseCookie cookie = ResponseCookie.from(name(request), locale.toLanguageTag())
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure())
                .maxAge(KEPT)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** Over HTTPS no other host can set a cookie of this name. */
    private static String name(HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + COOKIE : COOKIE;
    }
}
