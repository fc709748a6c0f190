package vn.hoso.audit;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import vn.hoso.logs.RequestId;

/**
 * Where something was asked from.
 *
 * @param address the network address, null for the program's own work
 * @param request one id for everything a request did, the same as in the log, null for the program's own work
 */
record Origin(@Nullable String address, @Nullable String request) {

    private static final Origin PROGRAM = new Origin(null, null);

    /** The request that the current thread answers. */
    static Origin current() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            return PROGRAM;
        }
        HttpServletRequest request = attributes.getRequest();
        return new Origin(request.getRemoteAddr(), RequestId.of(request));
    }
}
