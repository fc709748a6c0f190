package vn.hoso.targets;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.TrailEntry;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Formats;

/** Adds targets, changes them by versions and ends them. A version that has begun stays what it was. */
@Service
public class TargetService {

    private final TargetVersions versions;
    private final TargetCatalogue catalogue;
    private final Instruments instruments;
    private final AuditTrail audit;
    private final Clock clock;

    TargetService(
            TargetVersions versions,
            TargetCatalogue catalogue,
            Instruments instruments,
            AuditTrail audit,
            Clock clock) {
        this.versions = versions;
        this.instruments = instruments;
        this.catalogue = catalogue;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of a change; nothing is kept unless it is {@code KEPT}. */
    public enum Outcome {
        KEPT,
        /** Somebody else changed it since the person saw it. */
        CHANGED_MEANWHILE,
        /** It would begin or end on or before the first day of the version that has begun. */
        TOO_EARLY,
        /** Another target of this code and indicator holds in some of these months. */
        CODE_TAKEN,
        /** A version that has begun is not withdrawn. */
        BEGUN,
        /** Nor is one by which something was concluded, asked for or told. */
        NAMED
    }

    /**
     * What a change would do.
     *
     * @param outcome what would come of it
     * @param before every version there is
     * @param after every version there would be
     */
    public record Rehearsal(Outcome outcome, List<TargetInForce> before, List<TargetInForce> after) {}

    /** Every version of every target, in the order of lists. */
    @Transactional(readOnly = true)
    public List<KeptTarget> all() {
        List<TargetVersion> all = versions.findAllByOrderByPositionAscIdAsc();
        Set<Long> replaced = all.stream()
                .map(TargetVersion::replaces)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return all.stream()
                .map(each -> each.kept(replaced.contains(each.id()), LocalDate.now(clock)))
                .toList();
    }

    /** One version. */
    @Transactional(readOnly = true)
    public Optional<KeptTarget> find(long id) {
        return versions.findById(id).map(each -> each.kept(versions.existsByReplaces(id), LocalDate.now(clock)));
    }

    /** Does something with targets and takes it back, to know what would be: in a transaction that holds nothing else. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Rehearsal rehearse(Supplier<Outcome> change) {
        List<TargetInForce> before = catalogue.all(LocalDate.now(clock).getYear());
        Outcome outcome = change.get();
        versions.flush();
        List<TargetInForce> after = catalogue.all(LocalDate.now(clock).getYear());
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return new Rehearsal(outcome, before, after);
    }

    /**
     * Adds a target, or changes one: a version that has not begun is put right, one that has begun is followed by a new one
     * from the draft's first day on.
     *
     * @param id the version that is changed, null to add a target
     * @param expectedVersion the state of it which the person saw
     */
    @Transactional
    public Outcome keep(@Nullable Long id, @Nullable Integer expectedVersion, TargetDraft draft, CurrentUser by) {
        versions.lockAll();
        if (id == null) {
            return versions.countAlike(draft, 0, 0) > 0 ? Outcome.CODE_TAKEN : keep(new TargetVersion(draft), null, by);
        }
        TargetVersion stored = seen(id, expectedVersion);
        if (stored == null) {
            return Outcome.CHANGED_MEANWHILE;
        }
        TargetDraft old = stored.draft();
        boolean begun = hasBegun(stored);
        TargetVersion before = begun ? stored : versions.lockForUpdate(stored.replaces());
        if (before != null && !draft.from().isAfter(before.validFrom())) {
            return Outcome.TOO_EARLY;
        }
        if (versions.countAlike(draft, stored.id(), before == null ? 0 : before.id()) > 0) {
            return Outcome.CODE_TAKEN;
        }
        TargetVersion next = begun ? new TargetVersion(draft, stored) : stored;
        if (before != null) {
            LocalDate ended = begun ? old.until() : stored.replacedUntil();
            // A version that had ended by then is not made to hold again up to the new one.
            before.endsBefore(ended == null || draft.from().isBefore(ended) ? draft.from() : ended);
            versions.flush();
        }
        next.becomes(draft);
        return keep(next, old, by);
    }

    private Outcome keep(TargetVersion version, @Nullable TargetDraft old, CurrentUser by) {
        TargetVersion kept = versions.saveAndFlush(version);
        record(
                by,
                old == null ? "target.added" : kept.version() == 0 ? "target.changed" : "target.corrected",
                old,
                kept.draft());
        return Outcome.KEPT;
    }

    /**
     * Lets a version hold until the day before.
     *
     * @param until first day on which it no longer holds
     */
    @Transactional
    public Outcome end(long id, @Nullable Integer expectedVersion, LocalDate until, CurrentUser by) {
        versions.lockAll();
        TargetVersion stored = seen(id, expectedVersion);
        if (stored == null) {
            return Outcome.CHANGED_MEANWHILE;
        }
        if (!until.isAfter(stored.validFrom())) {
            return Outcome.TOO_EARLY;
        }
        TargetDraft old = stored.draft();
        if (!endsAlone(stored, until, 0)) {
            return Outcome.CODE_TAKEN;
        }
        record(by, "target.ended", old, stored.draft());
        return Outcome.KEPT;
    }

    /** Takes a version back that has not begun; the one before it holds as it did. */
    @Transactional
    public Outcome withdraw(long id, @Nullable Integer expectedVersion, CurrentUser by) {
        versions.lockAll();
        TargetVersion stored = seen(id, expectedVersion);
        if (stored == null) {
            return Outcome.CHANGED_MEANWHILE;
        }
        if (hasBegun(stored)) {
            return Outcome.BEGUN;
        }
        versions.lockForRemoval(stored.id());
        if (versions.isNamed(stored.id())) {
            return Outcome.NAMED;
        }
        TargetVersion before = versions.lockForUpdate(stored.replaces());
        LocalDate until = stored.replacedUntil();
        TargetDraft old = stored.draft();
        if (before != null && !endsAlone(before, until, stored.id())) {
            return Outcome.CODE_TAKEN;
        }
        versions.delete(stored);
        versions.flush();
        record(by, "target.withdrawn", old, null);
        return Outcome.KEPT;
    }

    /**
     * Lets a version hold until the day before, null: still; unless another target of its code and indicator would hold then.
     *
     * @param besides a version that is withdrawn with this
     */
    private boolean endsAlone(TargetVersion version, @Nullable LocalDate until, long besides) {
        LocalDate before = version.draft().until();
        version.endsBefore(until);
        boolean alone = versions.countAlike(version.draft(), version.id(), besides) == 0;
        if (!alone) {
            version.endsBefore(before);
        }
        return alone;
    }

    private boolean hasBegun(TargetVersion version) {
        return !version.validFrom().isAfter(LocalDate.now(clock));
    }

    /** The version as the person saw it, and with nothing after it; else null. */
    private @Nullable TargetVersion seen(long id, @Nullable Integer expectedVersion) {
        TargetVersion stored = versions.lockForUpdate(id);
        return stored == null || !Objects.equals(stored.version(), expectedVersion) || versions.existsByReplaces(id)
                ? null
                : stored;
    }

    private void record(CurrentUser by, String action, @Nullable TargetDraft before, @Nullable TargetDraft after) {
        TargetDraft shown = Objects.requireNonNull(after == null ? before : after);
        audit.record(
                by,
                TrailEntry.of(action, shown.code() + " " + shown.label(), Formats.date(shown.from()))
                        .changing(TargetChanges.between(before, after, this::number)));
    }

    private String number(long id) {
        return instruments.findById(id).map(Instrument::number).orElse("#" + id);
    }
}
