package vn.hoso.shared.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sends a page of ordinary length once it is whole: whatever fails in its last line still becomes a page of its own, and Spring
 * Session, which stores a session when the first part of an answer leaves, does not look for it a second time at the end.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class WholePageFilter extends OncePerRequestFilter {

    /** In bytes; longer answers leave in parts. Tomcat keeps as much for each connection. */
    private static final int ORDINARY = 64 << 10;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setBufferSize(ORDINARY);
        chain.doFilter(request, new LeavingAtItsEnd(response));
    }

    /** What Thymeleaf hands on at the end of a template leaves when the request ends. */
    private static final class LeavingAtItsEnd extends HttpServletResponseWrapper {

        LeavingAtItsEnd(HttpServletResponse response) {
            super(response);
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            return new PrintWriter(super.getWriter()) {
                @Override
                public void flush() {
                    // Nothing is kept here: every character is with the answer already.
                }
            };
        }
    }
}
