package vn.hoso.shared.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away an address or a form whose fields nobody can read, before anything else asks for one: Tomcat throws from whatever asks
 * first, and what it throws of a form in parts that is too large would be taken for a fault of the program.
 */
@Component
@Order(UnreadableParametersFilter.AFTER_THE_ENCODING)
class UnreadableParametersFilter extends OncePerRequestFilter {

    static final int AFTER_THE_ENCODING = Ordered.HIGHEST_PRECEDENCE + 10;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpStatus refused = refusal(request);
        if (refused == null) {
            chain.doFilter(request, response);
        } else {
            response.sendError(refused.value());
        }
    }

    private static @Nullable HttpStatus refusal(HttpServletRequest request) {
        try {
            request.getParameterMap();
            return null;
        } catch (InvalidParameterException unreadable) {
            HttpStatus told = HttpStatus.resolve(unreadable.getErrorCode());
            return told == null ? HttpStatus.BAD_REQUEST : told;
        } catch (IllegalStateException tooLarge) {
            return HttpStatus.CONTENT_TOO_LARGE;
        }
    }
}
