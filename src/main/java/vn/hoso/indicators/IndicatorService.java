package vn.hoso.indicators;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.Change;
import vn.hoso.audit.TrailEntry;
import vn.hoso.fields.FieldUses;
import vn.hoso.fields.ReturnField;
import vn.hoso.fields.ReturnFieldService.Problem;
import vn.hoso.indicators.Indicators.IndicatorsChanged;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Formats;

/** Defines indicators. What verdicts or issued reports were made with keeps its meaning: it can be renamed and ended. */
@Service
public class IndicatorService implements FieldUses {

    private final DefinedIndicators indicators;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    IndicatorService(DefinedIndicators indicators, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.indicators = indicators;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * An indicator as it is kept.
     *
     * @param version counts its changes, for whoever changes it next
     * @param used whether targets or issued reports rest on it
     * @param changedBy who changed it last
     */
    public record Kept(IndicatorDraft draft, int version, boolean used, String changedBy, Instant changedAt) {}

    /** What came of a change; nothing is kept unless it is {@code KEPT}. */
    public enum Outcome {
        KEPT,
        /** Somebody else changed it since the person saw it, or used it, so that its meaning stays. */
        CHANGED_MEANWHILE,
        /** Another indicator has this code. */
        CODE_TAKEN,
        /** Another indicator has this name. */
        NAME_TAKEN,
        /** A target asks for it after its end. */
        STILL_ASKED
    }

    /** Every defined indicator in its order. */
    @Transactional(readOnly = true)
    public List<Kept> all() {
        return indicators.findAllByOrderByPlaceAscCodeAsc().stream()
                .map(this::kept)
                .toList();
    }

    /** The indicator of this code. */
    @Transactional(readOnly = true)
    public Optional<Kept> find(String code) {
        return indicators.findByCode(code).map(this::kept);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Problem> lost(List<ReturnField> after) {
        List<Problem> lost = new ArrayList<>();
        indicators.findAllByOrderByPlaceAscCodeAsc().stream()
                .map(DefinedIndicator::draft)
                .forEach(draft -> {
                    if (!IndicatorDraft.bounded(draft.numerator(), draft.denominator(), after)) {
                        lost.add(Problem.of("notAbove", "fields.problem.notAbove.used", draft.name()));
                    }
                    after.stream()
                            .filter(draft::adds)
                            .filter(field -> draft.from().isBefore(field.validFrom()))
                            .forEach(field -> lost.add(Problem.of(
                                    "from", "fields.problem.from.used", draft.name(), Formats.month(draft.from()))));
                    after.stream()
                            .filter(draft::adds)
                            .filter(draft::outlasts)
                            .forEach(field -> lost.add(Problem.of("last", "fields.problem.last.used", draft.name())));
                });
        return lost;
    }

    private Kept kept(DefinedIndicator stored) {
        return stored.kept(indicators.isUsed(stored.getId()));
    }

    /**
     * Defines an indicator or changes one.
     *
     * @param expectedVersion the state which the person saw; null to define a new one
     */
    @Transactional
    public Outcome keep(@Nullable Integer expectedVersion, IndicatorDraft draft, CurrentUser by) {
        indicators.lockAll();
        DefinedIndicator stored = indicators.findByCode(draft.code()).orElse(null);
        if (expectedVersion == null && stored != null) {
            return Outcome.CODE_TAKEN;
        }
        if (expectedVersion != null && (stored == null || stored.version() != expectedVersion)) {
            return Outcome.CHANGED_MEANWHILE;
        }
        IndicatorDraft old = stored == null ? null : stored.draft();
        if (old != null && !meansTheSame(old, draft) && indicators.isUsed(draft.code())) {
            return Outcome.CHANGED_MEANWHILE;
        }
        if (indicators.findAllByOrderByPlaceAscCodeAsc().stream()
                .map(DefinedIndicator::draft)
                .anyMatch(other ->
                        !other.code().equals(draft.code()) && other.name().equalsIgnoreCase(draft.name()))) {
            return Outcome.NAME_TAKEN;
        }
        if (draft.until() != null
                && indicators.isAskedFrom(draft.code(), draft.until().atDay(1))) {
            return Outcome.STILL_ASKED;
        }
        if (stored == null) {
            indicators.saveAndFlush(new DefinedIndicator(draft, by, clock.instant()));
        } else {
            stored.becomes(draft, by, clock.instant());
        }
        events.publishEvent(new IndicatorsChanged());
        audit.record(
                by,
                TrailEntry.of(
                                old == null ? "indicator.added" : "indicator.changed",
                                draft.name(),
                                Formats.month(draft.from()))
                        .changing(changes(old, draft)));
        return Outcome.KEPT;
    }

    private static boolean meansTheSame(IndicatorDraft old, IndicatorDraft now) {
        return old.numerator().equals(now.numerator())
                && old.denominator().equals(now.denominator())
                && old.from().equals(now.from());
    }

    private static List<Change> changes(@Nullable IndicatorDraft old, IndicatorDraft now) {
        return Stream.of(
                        Change.of("indicator.code", old == null ? null : old.code(), now.code()),
                        Change.of("indicator.name", old == null ? null : old.name(), now.name()),
                        Change.of("indicator.formula", old == null ? null : formula(old), formula(now)),
                        Change.of("indicator.examples", old == null ? null : examples(old), examples(now)),
                        Change.of(
                                "indicator.place", old == null ? null : String.valueOf(old.place()), "" + now.place()),
                        Change.of(
                                "indicator.from",
                                old == null ? null : Formats.month(old.from()),
                                Formats.month(now.from())),
                        Change.of("indicator.until", old == null ? null : last(old), last(now)))
                .filter(each -> !Objects.equals(each.before(), each.after()))
                .toList();
    }

    private static @Nullable String last(IndicatorDraft draft) {
        return draft.until() == null ? null : Formats.month(draft.until().minusMonths(1));
    }

    /** "on_time / handled". */
    private static String formula(IndicatorDraft draft) {
        return String.join(" + ", draft.numerator()) + " / " + String.join(" + ", draft.denominator());
    }

    private static String examples(IndicatorDraft draft) {
        return draft.examples().stream()
                .map(each -> IndicatorDraft.fields(draft.numerator(), draft.denominator()).stream()
                                .map(field -> field + " " + each.numbers().get(field))
                                .collect(Collectors.joining(", "))
                        + ": " + each.percent().toPlainString() + "%")
                .collect(Collectors.joining("; "));
    }
}
