package vn.hoso.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.TrailEntry;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Formats;

/** Says whose program this is, from a day on, and what it was called wrongly. */
@Service
public class OrganisationService {

    private final OrganisationVersions versions;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OrganisationService(
            OrganisationVersions versions, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.versions = versions;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Keeps the organisation's words from a day on: a new version, or a correction of the one that begins on that day.
     *
     * @param expectedVersion the version of that day which the person saw, null if they saw none of that day
     * @return false if that day has words which the person did not see; nothing is changed then
     */
    @Transactional
    public boolean keep(LocalDate from, Organisation words, @Nullable Integer expectedVersion, CurrentUser by) {
        versions.lockAll();
        events.publishEvent(new Organisations.OrganisationChanged());
        Optional<OrganisationVersion> stored = versions.lockForUpdate(from);
        if (stored.isPresent() && stored.get().words().equals(words)) {
            return true;
        }
        if (stored.isPresent() && !Objects.equals(stored.get().version(), expectedVersion)) {
            return false;
        }
        stored.ifPresentOrElse(
                version -> version.becomes(words, by, clock.instant()),
                () -> versions.save(new OrganisationVersion(from, words, by, clock.instant())));
        audit.record(
                by,
                TrailEntry.of(
                        stored.isPresent() ? "install.corrected" : "install.named",
                        Formats.date(from),
                        words.agency()));
        return true;
    }
}
