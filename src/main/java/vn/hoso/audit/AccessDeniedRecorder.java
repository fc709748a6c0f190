package vn.hoso.audit;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.hoso.security.AccessDenied;

/** Writes down what users were refused. */
@Component
class AccessDeniedRecorder {

    private static final int LONGEST_PATH = 300;

    private final AuditTrail trail;

    AccessDeniedRecorder(AuditTrail trail) {
        this.trail = trail;
    }

    @EventListener
    void refused(AccessDenied request) {
        String path = StorableText.of(request.path(), LONGEST_PATH);
        trail.recordRefusal(
                request.who(),
                TrailEntry.of("request.refused", request.method() + " " + path, String.valueOf(request.status())));
    }
}
