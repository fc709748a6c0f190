package vn.hoso.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/** Notes where a session was opened, for its owner to recognise it by, and goes on to the page that was asked for. */
class LoginSuccessHandler extends SavedRequestAwareAuthenticationSuccessHandler {

    private static final int LONGEST = 300;

    LoginSuccessHandler() {
        setDefaultTargetUrl("/");
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication user)
            throws ServletException, IOException {
        HttpSession session = request.getSession();
        session.setAttribute(SessionOrigin.ADDRESS, request.getRemoteAddr());
        String browser = request.getHeader(HttpHeaders.USER_AGENT);
        session.setAttribute(
                SessionOrigin.BROWSER,
                browser == null ? "" : browser.substring(0, Math.min(LONGEST, browser.length())));
        super.onAuthenticationSuccess(request, response, user);
    }
}
