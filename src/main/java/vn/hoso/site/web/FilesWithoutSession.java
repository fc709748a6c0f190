package vn.hoso.site.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.SessionFlashMapManager;

/** Nothing is handed from a page to a file or to who watches over the program; looking for it would need the session. */
@Component("flashMapManager")
class FilesWithoutSession extends SessionFlashMapManager {

    /** Whether what is asked for is the same for everybody. */
    static boolean holds(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith("/assets/")
                || path.startsWith("/webjars/")
                || path.startsWith("/actuator/")
                || path.equals("/livez")
                || path.equals("/readyz");
    }

    @Override
    protected @Nullable List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
        return holds(request) ? null : super.retrieveFlashMaps(request);
    }
}
