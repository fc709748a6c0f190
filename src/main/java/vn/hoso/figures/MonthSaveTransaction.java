package vn.hoso.figures;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.Change;
import vn.hoso.audit.TrailEntry;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.MonthEdit;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.figures.domain.ReturnRules;
import vn.hoso.figures.domain.ReturnStatus;
import vn.hoso.figures.domain.RuleViolation;
import vn.hoso.figures.domain.SaveOutcome;
import vn.hoso.figures.domain.SaveOutcome.JointSaveOutcome;
import vn.hoso.figures.domain.SoftRules.UnusualFinding;
import vn.hoso.security.CurrentUser;
import vn.hoso.units.Unit;
import vn.hoso.units.Units;

/** One transaction of {@link MonthEntryService}: months shared, returns held, compared, then stored with their revisions. */
@Component
class MonthSaveTransaction {

    private final OpenMonthGuard gate;
    private final MonthlyReturns returns;
    private final ReturnRevisions revisions;
    private final UnusualFigures unusual;
    private final AskedMeasures asked;
    private final Units units;
    private final AuditTrail audit;
    private final Clock clock;

    MonthSaveTransaction(
            OpenMonthGuard gate,
            MonthlyReturns returns,
            ReturnRevisions revisions,
            UnusualFigures unusual,
            AskedMeasures asked,
            Units units,
            AuditTrail audit,
            Clock clock) {
        this.gate = gate;
        this.returns = returns;
        this.revisions = revisions;
        this.unusual = unusual;
        this.asked = asked;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    /** All months or none, and the rest. Every month is shared before any return is held, both from the earliest month to the latest. */
    @Transactional
    public JointSaveOutcome saveAll(List<MonthEdit> edits, CurrentUser by, Runnable rest) {
        List<MonthEdit> inOrder =
                edits.stream().sorted(Comparator.comparing(MonthEdit::month)).toList();
        inOrder.forEach(MonthSaveTransaction::refuseBrokenRules);
        for (MonthEdit edit : inOrder) {
            SaveOutcome refused = refused(edit, by);
            if (refused != null) {
                return new JointSaveOutcome(edit.month(), refused);
            }
        }
        List<Held> held = new ArrayList<>();
        for (MonthEdit edit : inOrder) {
            Held each = lock(edit);
            SaveOutcome refused = refused(each);
            if (refused != null) {
                return new JointSaveOutcome(edit.month(), refused);
            }
            held.add(each);
        }
        return unexplained(held).orElseGet(() -> {
            JointSaveOutcome saved = store(held, by);
            rest.run();
            return saved;
        });
    }

    /** Each row that can be, and none of the others. */
    @Transactional
    public SaveOutcome saveEach(MonthEdit edit, CurrentUser by) {
        refuseBrokenRules(edit);
        SaveOutcome refused = refused(edit, by);
        if (refused != null) {
            return refused;
        }
        Held held = lock(edit);
        List<Long> approved = held.approved();
        Held open = held.without(approved);
        Map<Long, List<UnusualFinding>> unexplained = new HashMap<>(unexplained(List.of(open))
                .map(found -> ((SaveOutcome.Unexplained) found.outcome()).findings())
                .orElse(Map.of()));
        unexplained.putAll(unusual.beyondNotes(edit.month(), open.fresh(), open.stored()));
        Held right = open.without(unexplained.keySet());
        store(right, by, clock.instant());
        SaveOutcome.PartlySaved outcome =
                new SaveOutcome.PartlySaved(right.fresh().size(), conflicts(held), approved, unexplained);
        return outcome.whole() ? new SaveOutcome.Saved(outcome.units()) : outcome;
    }

    /** An edit with the returns that it changes, held until the transaction ends, and the rows that are new. */
    private record Held(
            MonthEdit edit,
            Map<Long, MonthlyReturn> stored,
            MonthEditComparison comparison,
            List<MonthEdit.Row> fresh) {

        /** The units whose return is approved: nobody but a correction changes it. */
        List<Long> approved() {
            return fresh.stream()
                    .map(MonthEdit.Row::unitId)
                    .filter(id -> stored.containsKey(id) && stored.get(id).status() == ReturnStatus.APPROVED)
                    .toList();
        }

        Held without(Collection<Long> units) {
            return new Held(
                    edit,
                    stored,
                    comparison,
                    fresh.stream().filter(row -> !units.contains(row.unitId())).toList());
        }
    }

    private @Nullable SaveOutcome refused(MonthEdit edit, CurrentUser by) {
        List<Long> notTheirs = notTheirs(edit, by);
        if (!notTheirs.isEmpty()) {
            return new SaveOutcome.NotYours(notTheirs);
        }
        MonthQueries.MonthLock lock = gate.lock(gate.lockForShare(edit.month()));
        return lock == null ? null : new SaveOutcome.MonthLocked(lock.by(), lock.at());
    }

    private @Nullable SaveOutcome refused(Held held) {
        List<SaveOutcome.Conflict> conflicts = conflicts(held);
        if (!conflicts.isEmpty()) {
            return new SaveOutcome.Conflicting(conflicts);
        }
        List<Long> approved = held.approved();
        return approved.isEmpty() ? null : new SaveOutcome.AlreadyApproved(approved);
    }

    /** The first month with new figures that are unusual and come without a note. */
    private Optional<JointSaveOutcome> unexplained(List<Held> held) {
        return unusual
                .withoutNote(held.stream()
                        .collect(Collectors.toMap(each -> each.edit().month(), Held::fresh)))
                .entrySet()
                .stream()
                .map(month -> new JointSaveOutcome(month.getKey(), new SaveOutcome.Unexplained(month.getValue())))
                .findFirst();
    }

    private static void refuseBrokenRules(MonthEdit edit) {
        for (MonthEdit.Row row : edit.rows()) {
            List<RuleViolation> problems = ReturnRules.check(row.figures());
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException("unit " + row.unitId() + " breaks " + problems);
            }
        }
    }

    private List<Long> notTheirs(MonthEdit edit, CurrentUser by) {
        units.hold(edit.unitIds());
        Set<Long> existing = units.visibleTo(by, edit.month(), edit.unitIds()).stream()
                .map(Unit::id)
                .collect(Collectors.toSet());
        return edit.unitIds().stream()
                .filter(id -> !existing.contains(id) || !by.mayEnter(id))
                .toList();
    }

    private Held lock(MonthEdit edit) {
        Map<Long, MonthlyReturn> stored = returns.lockForUpdate(edit.month().atDay(1), edit.unitIds()).stream()
                .collect(Collectors.toMap(MonthlyReturn::unitId, Function.identity()));
        List<Measure> measures = asked.at(edit.month());
        MonthEdit answered = edit.withRows(edit.rows().stream()
                .map(row -> row.with(row.figures().answering(measures, figures(stored.get(row.unitId())))))
                .toList());
        refuseBrokenRules(answered);
        MonthEditComparison comparison = new MonthEditComparison(answered.rows(), stored);
        return new Held(answered, stored, comparison, comparison.fresh());
    }

    private static ReturnFigures figures(@Nullable MonthlyReturn stored) {
        return stored == null ? ReturnFigures.BLANK : stored.figures();
    }

    /** Version 0, or one that never was, is a blank row. */
    private List<SaveOutcome.Conflict> conflicts(Held held) {
        LocalDate month = held.edit().month().atDay(1);
        return held.comparison().conflicts(row -> row.figures()
                .equals(revisions
                        .findOne(month, row.unitId(), row.expectedVersion())
                        .map(ReturnRevision::figures)
                        .orElse(ReturnFigures.BLANK)));
    }

    private JointSaveOutcome store(List<Held> held, CurrentUser by) {
        Instant now = clock.instant();
        held.forEach(each -> store(each, by, now));
        return new JointSaveOutcome(
                null,
                new SaveOutcome.Saved(
                        held.stream().mapToInt(each -> each.fresh().size()).sum()));
    }

    private void store(Held held, CurrentUser by, Instant now) {
        MonthEdit edit = held.edit();
        List<MonthlyReturn> changed = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        for (MonthEdit.Row row : held.fresh()) {
            MonthlyReturn each =
                    held.stored().getOrDefault(row.unitId(), new MonthlyReturn(row.unitId(), edit.month()));
            ReturnChangeTrail before = ReturnChangeTrail.before(each);
            each.enter(row.figures(), edit.source(), by, now).from(edit.origin(), row.unitId());
            changed.add(each);
            changes.addAll(before.to(each));
        }
        // Those that were there are stored by being held.
        returns.saveAll(changed.stream()
                .filter(each -> !held.stored().containsKey(each.unitId()))
                .toList());
        if (!changed.isEmpty()) {
            audit.record(
                    by,
                    TrailEntry.of("figures.saved", edit.month())
                            .units(changed.stream().map(MonthlyReturn::unitId).toList())
                            .changing(changes));
        }
    }
}
