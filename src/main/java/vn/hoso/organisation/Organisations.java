package vn.hoso.organisation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.hoso.shared.KnownRows;
import vn.hoso.shared.UserFacingException;

/**
 * The organisation whose program this is, as of a day. Every page names it and it changes once in years, so it is read when this
 * copy of the program starts, when it changes it, and when results tell that another copy has ({@link #upTo}).
 */
@Component
public class Organisations implements SmartInitializingSingleton {

    private final OrganisationVersions versions;
    private final Clock clock;
    private final KnownRows<List<Dated>> known = new KnownRows<>(this::read);

    Organisations(OrganisationVersions versions, Clock clock) {
        this.versions = versions;
        this.clock = clock;
    }

    /** A few rows, which the first page need not wait for. */
    @Override
    public void afterSingletonsInstantiated() {
        all();
    }

    /** Tells that the organisation is being changed by this copy of the program. */
    record OrganisationChanged() {}

    /**
     * What the organisation is called from a day on.
     *
     * @param from its first day
     * @param version counts the corrections of it
     * @param changedBy who said so last
     */
    public record Dated(LocalDate from, Organisation organisation, int version, String changedBy, Instant changedAt) {}

    /** Every version, the earliest first; none before the set-up. */
    public List<Dated> all() {
        List<Dated> last = known.get();
        return last.isEmpty() ? read() : last;
    }

    private List<Dated> read() {
        return versions.findAllByOrderByValidFrom().stream()
                .map(each -> new Dated(
                        each.validFrom(), each.words(), each.version(), each.changedByName(), each.changedAt()))
                .toList();
    }

    /**
     * Reads again what was read before the latest change.
     *
     * @param changes how many changes there were by now: versions and their corrections
     */
    public void upTo(long changes) {
        known.keepIf(all -> all.stream().mapToLong(each -> each.version() + 1L).sum() == changes);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMPLETION)
    void forget(OrganisationChanged change) {
        known.forget();
    }

    /** The organisation of a day; of its first day, for the days before; none before the set-up. */
    public Optional<Organisation> find(LocalDate day) {
        List<Dated> all = all();
        return all.stream()
                .filter(each -> !each.from().isAfter(day))
                .reduce((earlier, later) -> later)
                .or(() -> all.stream().findFirst())
                .map(Dated::organisation);
    }

    /**
     * The organisation of a day.
     *
     * @throws UserFacingException with 409 before the set-up has said whose program this is
     */
    public Organisation at(LocalDate day) {
        return find(day).orElseThrow(() -> new UserFacingException(HttpStatus.CONFLICT, "organisation.none"));
    }

    /** The organisation of today. */
    public Organisation current() {
        return at(LocalDate.now(clock));
    }
}
