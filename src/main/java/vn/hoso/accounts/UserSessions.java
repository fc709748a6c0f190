package vn.hoso.accounts;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.SessionOrigin;
import vn.hoso.shared.Sha256;

/** Where a user is signed in. A session's id opens the program, so pages know only a hash of it. */
@Service
public class UserSessions {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final JdbcClient jdbc;
    private final AuditTrail audit;

    UserSessions(FindByIndexNameSessionRepository<? extends Session> sessions, JdbcClient jdbc, AuditTrail audit) {
        this.sessions = sessions;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /**
     * One sign-in that is still open.
     *
     * @param key identifies the session on pages
     * @param browser what the browser calls itself
     */
    public record OpenSession(
            String key, String address, String browser, Instant since, Instant lastUsed, boolean thisOne) {}

    /** The user's open sessions, the one last used first. */
    public List<OpenSession> findOpen(CurrentUser user, @Nullable String currentId) {
        Map<String, ? extends Session> found = sessions.findByPrincipalName(user.username());
        return found.values().stream()
                .filter(session -> !session.isExpired())
                .map(session -> new OpenSession(
                        Sha256.of(session.getId()),
                        Objects.requireNonNullElse(session.<String>getAttribute(SessionOrigin.ADDRESS), ""),
                        Objects.requireNonNullElse(session.<String>getAttribute(SessionOrigin.BROWSER), ""),
                        session.getCreationTime(),
                        session.getLastAccessedTime(),
                        session.getId().equals(currentId)))
                .sorted(Comparator.comparing(OpenSession::lastUsed).reversed().thenComparing(OpenSession::key))
                .toList();
    }

    /** Ends one of the user's own sessions; false if there is none under that key. */
    @Transactional
    public boolean end(CurrentUser user, String key) {
        for (String id : sessions.findByPrincipalName(user.username()).keySet()) {
            if (Sha256.of(id).equals(key)) {
                sessions.deleteById(id);
                audit.record(user, "session.ended", user.username(), "");
                return true;
            }
        }
        return false;
    }

    /** Signs the user out everywhere. */
    @Transactional
    public void endAll(CurrentUser user) {
        endAllOf(user.username());
        audit.record(user, "session.ended", user.username(), "all");
    }

    /** In the caller's transaction. */
    void endAllOf(String username) {
        endOthersOf(username, null);
    }

    /** The same, but the session in which the user is doing this; all for null. */
    void endOthersOf(String username, @Nullable String currentId) {
        // By hand: Spring Session's own repository deletes in a transaction of its own.
        jdbc.sql("delete from spring_session where principal_name = :username and session_id is distinct from :current")
                .param("username", username)
                .param("current", currentId)
                .update();
    }
}
