package vn.hoso.reconciliation;

import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.Change;
import vn.hoso.audit.TrailEntry;
import vn.hoso.reconciliation.OutsideTotal.Draft;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;

/** Keeps totals that others state: entered, corrected, withdrawn, never deleted. */
@Service
public class OutsideTotalService {

    private final OutsideTotals totals;
    private final AuditTrail audit;
    private final PageMessages wording;
    private final Clock clock;

    OutsideTotalService(OutsideTotals totals, AuditTrail audit, PageMessages wording, Clock clock) {
        this.totals = totals;
        this.audit = audit;
        this.wording = wording;
        this.clock = clock;
    }

    /** What became of entering a total. */
    public enum Outcome {
        ENTERED,
        CORRECTED,
        /** The same is in force already; nothing is changed. */
        SAME,
        /** The same number is in force, from another document; nothing is changed. */
        OTHER_DOCUMENT,
        /** Another value of the same source is in force, and it is not the one that the person means to correct. */
        OTHER_IN_FORCE,
        /** What the person means to correct is in force no longer. */
        OVERTAKEN,
        /** What the person means to correct is of another unit, period, figure or source: that one is withdrawn instead. */
        OTHER_FIGURE
    }

    /**
     * Enters a total, or corrects the one of the same figure and source.
     *
     * @param corrects the total whose place it takes, null for none
     * @param reason why it is corrected; empty where nothing is
     */
    @Transactional
    public Outcome enter(Draft draft, @Nullable Long corrects, String reason, CurrentUser by) {
        totals.lockAll();
        StoredOutsideTotal inForce = inForce(draft).orElse(null);
        Outcome outcome = outcome(draft, inForce, corrects);
        if (outcome == Outcome.ENTERED) {
            enterFirst(draft, by);
        } else if (outcome == Outcome.CORRECTED && inForce != null) {
            correct(inForce, draft, reason, by);
        }
        return outcome;
    }

    private Outcome outcome(Draft draft, @Nullable StoredOutsideTotal inForce, @Nullable Long corrects) {
        if (inForce != null && (corrects == null || inForce.draft().equals(draft))) {
            return beside(draft, inForce.draft());
        }
        if (corrects == null) {
            return Outcome.ENTERED;
        }
        if (inForce != null && corrects.equals(inForce.id())) {
            return Outcome.CORRECTED;
        }
        return totals.findInForce(corrects).isEmpty() ? Outcome.OVERTAKEN : Outcome.OTHER_FIGURE;
    }

    private void correct(StoredOutsideTotal inForce, Draft draft, String reason, CurrentUser by) {
        inForce.end(true, reason, by, clock.instant());
        totals.flush();
        totals.save(new StoredOutsideTotal(draft, by, clock.instant()));
        record(
                TrailEntry.of("outside.corrected", draft.figure().period(), source(draft)),
                draft.figure(),
                reason,
                Formats.count(inForce.draft().value()),
                Formats.count(draft.value()),
                by);
    }

    /**
     * Enters the totals of a list, all or none; those that are in force already stay as they are.
     *
     * @param apply whether to enter them; else it is only looked whether they could be
     * @return what becomes of each; where another value of one is in force, nothing is entered
     */
    @Transactional
    public Map<Draft, Outcome> enterAll(List<Draft> drafts, boolean apply, CurrentUser by) {
        totals.lockAll();
        Map<Stated, Draft> inForce = new HashMap<>();
        totals.findInForce(
                        drafts.stream().map(each -> each.figure().year()).collect(Collectors.toSet()),
                        drafts.stream().map(Draft::source).collect(Collectors.toSet()))
                .forEach(each -> inForce.put(Stated.of(each.draft()), each.draft()));
        Map<Draft, Outcome> outcomes = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            Draft there = inForce.putIfAbsent(Stated.of(draft), draft);
            outcomes.put(draft, there == null ? Outcome.ENTERED : beside(draft, there));
        }
        if (apply && !outcomes.containsValue(Outcome.OTHER_IN_FORCE)) {
            outcomes.forEach((draft, outcome) -> {
                if (outcome == Outcome.ENTERED) {
                    enterFirst(draft, by);
                }
            });
        }
        return outcomes;
    }

    /** What becomes of a total where its source has one in force. */
    private static Outcome beside(Draft draft, Draft inForce) {
        if (inForce.equals(draft)) {
            return Outcome.SAME;
        }
        return inForce.value() == draft.value() ? Outcome.OTHER_DOCUMENT : Outcome.OTHER_IN_FORCE;
    }

    /** What one source states once. */
    private record Stated(ComparedFigure figure, ValueSource source) {

        static Stated of(Draft draft) {
            return new Stated(draft.figure(), draft.source());
        }
    }

    private void enterFirst(Draft draft, CurrentUser by) {
        totals.save(new StoredOutsideTotal(draft, by, clock.instant()));
        record(
                TrailEntry.of("outside.entered", draft.figure().period(), source(draft)),
                draft.figure(),
                "",
                null,
                Formats.count(draft.value()),
                by);
    }

    private Optional<StoredOutsideTotal> inForce(Draft draft) {
        ComparedFigure figure = draft.figure();
        return totals.findInForce(
                figure.unitId(),
                figure.year(),
                figure.firstDay(),
                figure.measure().name(),
                draft.source());
    }

    /**
     * Takes a total back.
     *
     * @return false if it is in force no longer
     */
    @Transactional
    public boolean withdraw(long id, String reason, CurrentUser by) {
        totals.lockAll();
        StoredOutsideTotal total = totals.findInForce(id).orElse(null);
        if (total == null) {
            return false;
        }
        Draft draft = total.draft();
        total.end(false, reason, by, clock.instant());
        record(
                TrailEntry.of("outside.withdrawn", draft.figure().period(), source(draft)),
                draft.figure(),
                reason,
                Formats.count(draft.value()),
                null,
                by);
        return true;
    }

    private void record(
            TrailEntry entry,
            ComparedFigure figure,
            String reason,
            @Nullable String before,
            @Nullable String after,
            CurrentUser by) {
        audit.record(
                by,
                entry.inMonth(figure.month())
                        .units(Optional.ofNullable(figure.unitId()).stream().toList())
                        .because(reason.isEmpty() ? null : reason)
                        .changing(List.of(Change.of(figure.measure().field(), before, after))));
    }

    private String source(Draft draft) {
        PageMessages words = wording.official();
        return words.of(
                "reconciliation.trail.source",
                words.of("reconciliation.source." + draft.source()),
                draft.sourceText(),
                Formats.date(draft.sourceDate()));
    }
}
