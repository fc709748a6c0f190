package vn.hoso.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Where something was asked from.
 *
 * @param address the network address, null for the program's own work
 * @param request one id for everything a request did, null for the program's own work
 */
record Origin(@Nullable String address, @Nullable String request) {

    private static final String ATTRIBUTE = Origin.class.getName();
    private static final Origin PROGRAM = new Origin(null, null);

    /** The request that the current thread answers. */
    static Origin current() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            return PROGRAM;
        }
        HttpServletRequest request = attributes.getRequest();
        if (request.getAttribute(ATTRIBUTE) instanceof Origin known) {
            return known;
        }
        Origin origin = new Origin(
                request.getRemoteAddr(),
                UUID.randomUUID().toString().replace("-", "").substring(0, 12));
        request.setAttribute(ATTRIBUTE, origin);
        return origin;
    }
}
