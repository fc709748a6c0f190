package vn.hoso.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/**
 * A form sent after its session ended: leads to the sign-in page and from there back to the page it came from, where the
 * browser still has the typed text. The form itself is not sent again; saving takes the person's own press.
 */
class ExpiredSession implements AccessDeniedHandler {

    private final AccessDeniedHandler otherwise = new AccessDeniedHandlerImpl();
    private final RequestCache wayBack = new HttpSessionRequestCache();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        if (denied instanceof CsrfException && nobodySignedIn()) {
            if (path(request).startsWith("/figures/")) {
                wayBack.saveRequest(new Opened(request), response);
            }
            response.sendRedirect(request.getContextPath() + "/login?expired");
            return;
        }
        otherwise.handle(request, response, denied);
    }

    private static boolean nobodySignedIn() {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        return person == null || !(person.getPrincipal() instanceof CurrentUser);
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    /**
     * The form's page as if it had been opened. A form kept as it was sent would save itself at the next sign-in, under
     * the name of whoever signs in.
     */
    private static final class Opened extends HttpServletRequestWrapper {

        Opened(HttpServletRequest sent) {
            super(sent);
        }

        @Override
        public String getMethod() {
            return HttpMethod.GET.name();
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }
    }
}
