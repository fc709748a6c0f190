package vn.hoso.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Publishes every refusal, wherever it was decided: the security chain, a handler's guard, or a handler that shows another unit's
 * things to nobody. An address that never existed is no refusal.
 */
class AccessDeniedPublisher extends OncePerRequestFilter {

    private static final Set<Integer> REFUSALS = Set.of(403, 405, 409);
    private static final int NOT_FOUND = 404;

    private final ApplicationEventPublisher events;

    AccessDeniedPublisher(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        int status = response.getStatus();
        if (!refused(status, request)) {
            // Asking who it is would ask for the session, after a file that needs none as well.
            return;
        }
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        if (user != null && user.getPrincipal() instanceof CurrentUser who) {
            String path =
                    request.getRequestURI().substring(request.getContextPath().length());
            events.publishEvent(new AccessDenied(who, request.getMethod(), path, status));
        }
    }

    private static boolean refused(int status, HttpServletRequest request) {
        return REFUSALS.contains(status)
                || (status == NOT_FOUND
                        && request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE)
                                instanceof HandlerMethod);
    }
}
