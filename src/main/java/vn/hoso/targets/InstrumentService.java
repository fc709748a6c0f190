package vn.hoso.targets;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.Change;
import vn.hoso.audit.TrailEntry;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Formats;

/** Keeps the documents that targets rest on. */
@Service
public class InstrumentService {

    private final Instruments instruments;
    private final AuditTrail audit;

    InstrumentService(Instruments instruments, AuditTrail audit) {
        this.instruments = instruments;
        this.audit = audit;
    }

    /**
     * A document as it is kept.
     *
     * @param version counts its changes, for whoever changes it next
     */
    public record Kept(long id, int version, InstrumentDraft draft) {}

    /** What came of a change; nothing is kept unless it is {@code KEPT}. */
    public enum Outcome {
        KEPT,
        /** Somebody else changed it since the person saw it. */
        CHANGED_MEANWHILE,
        /** Another document has this number. */
        NUMBER_TAKEN,
        /** It would be replaced by itself, through others or at once. */
        REPLACES_ITSELF
    }

    /** Every document, in the order in which they were added. */
    @Transactional(readOnly = true)
    public List<Kept> all() {
        return instruments.findAllByOrderByIdAsc().stream()
                .map(each -> new Kept(each.id(), each.version(), each.draft()))
                .toList();
    }

    /**
     * Adds a document or puts right what is known of one.
     *
     * @param id the document, null to add one
     * @param expectedVersion the state of it which the person saw
     */
    @Transactional
    public Outcome keep(@Nullable Long id, @Nullable Integer expectedVersion, InstrumentDraft draft, CurrentUser by) {
        instruments.lockAll();
        Instrument stored = id == null ? null : instruments.findById(id).orElse(null);
        if (id != null && (stored == null || !Objects.equals(stored.version(), expectedVersion))) {
            return Outcome.CHANGED_MEANWHILE;
        }
        if (instruments
                .findByNumber(draft.number())
                .filter(other -> stored == null || other.id() != stored.id())
                .isPresent()) {
            return Outcome.NUMBER_TAKEN;
        }
        if (stored != null && leadsTo(stored.id(), draft.replacedBy())) {
            return Outcome.REPLACES_ITSELF;
        }
        InstrumentDraft old = stored == null ? null : stored.draft();
        if (stored == null) {
            instruments.saveAndFlush(new Instrument(draft));
        } else {
            stored.becomes(draft);
        }
        audit.record(
                by,
                TrailEntry.of(old == null ? "instrument.added" : "instrument.changed", draft.number(), draft.title())
                        .changing(old == null ? List.of() : changes(old, draft)));
        return Outcome.KEPT;
    }

    private boolean leadsTo(long id, @Nullable Long replacedBy) {
        return replacedBy != null
                && (replacedBy == id
                        || leadsTo(
                                id,
                                instruments
                                        .findById(replacedBy)
                                        .map(each -> each.draft().replacedBy())
                                        .orElse(null)));
    }

    private List<Change> changes(InstrumentDraft old, InstrumentDraft now) {
        return Stream.of(
                        Change.of("instrument.number", old.number(), now.number()),
                        Change.of("instrument.issuer", old.issuer(), now.issuer()),
                        Change.of("instrument.issuedOn", day(old), day(now)),
                        Change.of("instrument.title", old.title(), now.title()),
                        Change.of("instrument.link", old.link(), now.link()),
                        Change.of("instrument.replacedBy", number(old.replacedBy()), number(now.replacedBy())))
                .filter(each -> !Objects.equals(each.before(), each.after()))
                .toList();
    }

    private static @Nullable String day(InstrumentDraft draft) {
        return draft.issuedOn() == null ? null : Formats.date(draft.issuedOn());
    }

    private @Nullable String number(@Nullable Long id) {
        return id == null
                ? null
                : instruments.findById(id).map(Instrument::number).orElse("#" + id);
    }
}
