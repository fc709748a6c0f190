package vn.hoso.logs;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * One id for everything that a request does: in each line of the log, in the trail's lines, on the page that reports a fault and
 * in the answer's header. It is always the program's own: an id that a browser sends would end up in the trail.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class RequestId extends OncePerRequestFilter {

    static final String HEADER = "X-Request-Id";

    /** What templates and lines of the log call it. */
    static final String NAME = "requestId";

    private static final int LENGTH = 12;

    /** The id of a request, given at the first call: 12 hexadecimal digits. */
    public static String of(HttpServletRequest request) {
        if (request.getAttribute(NAME) instanceof String known) {
            return known;
        }
        String id = UUID.randomUUID().toString().replace("-", "").substring(0, LENGTH);
        request.setAttribute(NAME, id);
        return id;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = of(request);
        response.setHeader(HEADER, id);
        try (MDC.MDCCloseable line = MDC.putCloseable(NAME, id)) {
            chain.doFilter(request, response);
        }
    }

    /** The page that reports a fault is made by a second pass, which says the same id. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
