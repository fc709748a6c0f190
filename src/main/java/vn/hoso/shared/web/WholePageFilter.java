package vn.hoso.shared.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sends a page of ordinary length once it is whole: whatever fails in its last line still becomes a page of its own, and Spring
 * Session, which stores a session when the first part of an answer leaves, does not look for it a second time at the end. An
 * address to go on to leaves at the end for the same reason.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class WholePageFilter extends OncePerRequestFilter {

    /** In characters; longer answers leave in parts. */
    private static final int ORDINARY = 40_000;

    /** The most bytes that a character takes in UTF-8. Tomcat keeps a buffer of up to 128 kB for each connection. */
    private static final int BYTES = 3;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setBufferSize(BYTES * ORDINARY);
        chain.doFilter(request, new LeavingAtItsEnd(response));
    }

    /** What Thymeleaf hands on at the end of a template leaves when the request ends, and so does an address to go on to. */
    private static final class LeavingAtItsEnd extends HttpServletResponseWrapper {

        private @Nullable PrintWriter writer;

        LeavingAtItsEnd(HttpServletResponse response) {
            super(response);
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            PrintWriter page = writer == null ? new PrintWriter(new Held(super.getWriter(), getResponse())) : writer;
            writer = page;
            return page;
        }

        /** As the server's own does, but nothing leaves yet. */
        @Override
        public void sendRedirect(String address) {
            resetBuffer();
            setStatus(SC_FOUND);
            setHeader(HttpHeaders.LOCATION, address);
        }
    }

    /**
     * Hands on every character and lets none leave until the answer is longer than ordinary; what is there by then is told to
     * leave. Those who add headers and store the session at that moment count characters, while Vietnamese ones fill the buffer two
     * or three times as fast: once it overflows by itself, their headers come too late. So the buffer holds the longest of all.
     */
    private static final class Held extends FilterWriter {

        private final ServletResponse response;
        private int characters;

        Held(Writer answer, ServletResponse response) {
            super(answer);
            this.response = response;
        }

        @Override
        public void write(int character) throws IOException {
            count(1);
            super.write(character);
        }

        @Override
        public void write(char[] text, int from, int length) throws IOException {
            count(length);
            super.write(text, from, length);
        }

        @Override
        public void write(String text, int from, int length) throws IOException {
            count(length);
            super.write(text, from, length);
        }

        @Override
        public void flush() {
            // Nothing is kept here: every character is with the answer already.
        }

        private void count(int more) throws IOException {
            boolean ordinary = characters <= ORDINARY;
            characters += ordinary ? more : 0;
            if (ordinary && characters > ORDINARY) {
                response.flushBuffer();
            }
        }
    }
}
