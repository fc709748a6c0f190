package vn.hoso.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets as many bytes of files in at a time as the memory has room for: files are read there and never laid down on the disk, since
 * they may hold citizens' data. Nothing is read of a file from somebody who is not signed in; that request is refused as one
 * without its form's token.
 */
class UploadGate extends OncePerRequestFilter {

    private static final String MULTIPART = "multipart/";
    private static final long MEGABYTE = 1024L * 1024;
    private static final int SECONDS_OF_WAITING = 20;

    /** Small files come in beside the large ones, however long these take on the way. */
    private static final int SMALL_ONES = 32;

    /** A part of the memory, so that what is made of the files has room beside them. */
    private static final int PART_OF_MEMORY = 6;

    private final int largest;
    private final int room;
    private final Semaphore megabytes;
    private final Semaphore small = new Semaphore(SMALL_ONES, true);

    /**
     * @param largest megabytes of the largest request that is read
     * @param memory bytes of the program's memory
     */
    UploadGate(int largest, long memory) {
        this.largest = largest;
        room = (int) Math.max(largest, memory / PART_OF_MEMORY / MEGABYTE);
        megabytes = new Semaphore(room, true);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null || !type.toLowerCase(Locale.ROOT).startsWith(MULTIPART);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() == null) {
            chain.doFilter(new Unread(request), response);
            return;
        }
        int wanted = wanted(request.getContentLengthLong());
        Semaphore place = wanted == 1 ? small : megabytes;
        if (!comesIn(place, wanted)) {
            response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            place.release(wanted);
        }
    }

    /** Megabytes that a request takes: all that may be if it does not say, next to none where it is refused for its size. */
    int wanted(long bytes) {
        long whole = bytes < 0 ? largest : (bytes + MEGABYTE - 1) / MEGABYTE;
        return whole > largest ? 1 : (int) Math.max(1, whole);
    }

    private static boolean comesIn(Semaphore place, int wanted) {
        try {
            return place.tryAcquire(wanted, SECONDS_OF_WAITING, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Megabytes that come in together. */
    int room() {
        return room;
    }

    /** A request whose fields and files nobody asks for. */
    private static final class Unread extends HttpServletRequestWrapper {

        Unread(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return null;
        }

        @Override
        public Collection<Part> getParts() {
            return List.of();
        }

        @Override
        public @Nullable Part getPart(String name) {
            return null;
        }
    }
}
