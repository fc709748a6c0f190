package vn.hoso.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/**
 * A form sent after its session ended: leads to the sign-in page and from there back to the page it came from, where the
 * browser still has the typed text. The form itself is not sent again; saving needs another press of the button.
 */
class ExpiredSession implements AccessDeniedHandler {

    /** Where Spring Security's sign-in finds the page to go to. */
    private static final String WAY_BACK = "SPRING_SECURITY_SAVED_REQUEST";

    private final AccessDeniedHandler otherwise = new AccessDeniedHandlerImpl();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        if (denied instanceof CsrfException && nobodySignedIn()) {
            if (path(request).startsWith("/figures/")) {
                // Only the address: a saved request would be sent again as it was, figures included.
                request.getSession()
                        .setAttribute(WAY_BACK, new SimpleSavedRequest(request.getContextPath() + path(request)));
            }
            response.sendRedirect(request.getContextPath() + "/login?expired");
            return;
        }
        otherwise.handle(request, response, denied);
    }

    private static boolean nobodySignedIn() {
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        return user == null || !(user.getPrincipal() instanceof CurrentUser);
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
