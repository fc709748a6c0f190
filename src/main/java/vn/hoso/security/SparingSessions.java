package vn.hoso.security;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import vn.hoso.security.SparingSessions.SparingSession;
import vn.hoso.shared.Moments;

/**
 * Each request moves its session's last access, and what a database stores it waits for the disk to keep. So the last access is
 * kept to the minute, or to a tenth of a session's time where that is shorter: within it the session counts as unchanged, and
 * nothing is sent to the database.
 *
 * @param <S> what the sessions behind it are
 */
final class SparingSessions<S extends Session> implements FindByIndexNameSessionRepository<SparingSession<S>> {

    private static final Duration KEPT_TO = Duration.ofMinutes(1);

    private final FindByIndexNameSessionRepository<S> stored;

    SparingSessions(FindByIndexNameSessionRepository<S> stored) {
        this.stored = stored;
    }

    @Override
    public SparingSession<S> createSession() {
        return new SparingSession<>(stored.createSession());
    }

    @Override
    public void save(SparingSession<S> session) {
        stored.save(session.stored());
    }

    @Override
    public @Nullable SparingSession<S> findById(String id) {
        S found = stored.findById(id);
        return found == null ? null : new SparingSession<>(found);
    }

    @Override
    public void deleteById(String id) {
        stored.deleteById(id);
    }

    @Override
    public Map<String, SparingSession<S>> findByIndexNameAndIndexValue(String indexName, String indexValue) {
        Map<String, SparingSession<S>> found = new LinkedHashMap<>();
        stored.findByIndexNameAndIndexValue(indexName, indexValue)
                .forEach((id, session) -> found.put(id, new SparingSession<>(session)));
        return found;
    }

    /** A session whose last access moves by no less than it is kept to. */
    record SparingSession<S extends Session>(S stored) implements Session {

        @Override
        public void setLastAccessedTime(Instant now) {
            Duration tenth = getMaxInactiveInterval().dividedBy(10);
            Duration step = tenth.compareTo(KEPT_TO) < 0 ? tenth : KEPT_TO;
            if (Moments.apart(getLastAccessedTime(), now, step)) {
                stored.setLastAccessedTime(now);
            }
        }

        @Override
        public Instant getLastAccessedTime() {
            return stored.getLastAccessedTime();
        }

        @Override
        public String getId() {
            return stored.getId();
        }

        @Override
        public String changeSessionId() {
            return stored.changeSessionId();
        }

        @Override
        public <T> @Nullable T getAttribute(String name) {
            return stored.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return stored.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, Object value) {
            stored.setAttribute(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            stored.removeAttribute(name);
        }

        @Override
        public Instant getCreationTime() {
            return stored.getCreationTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            stored.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return stored.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return stored.isExpired();
        }
    }
}
