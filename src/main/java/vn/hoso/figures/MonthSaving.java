package vn.hoso.figures;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.Change;
import vn.hoso.audit.TrailEntry;
import vn.hoso.security.CurrentUser;
import vn.hoso.units.Unit;
import vn.hoso.units.Units;

/** One transaction of {@link MonthEntry}: month shared, returns held, compared, then stored with their revisions. */
@Component
class MonthSaving {

    private final MonthGate gate;
    private final MonthlyReturns returns;
    private final ReturnRevisions revisions;
    private final UnusualFigures unusual;
    private final Units units;
    private final AuditTrail audit;
    private final Clock clock;

    MonthSaving(
            MonthGate gate,
            MonthlyReturns returns,
            ReturnRevisions revisions,
            UnusualFigures unusual,
            Units units,
            AuditTrail audit,
            Clock clock) {
        this.gate = gate;
        this.returns = returns;
        this.revisions = revisions;
        this.unusual = unusual;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public SaveOutcome save(MonthEdit edit, CurrentUser by) {
        refuseBrokenRules(edit);
        List<Long> notTheirs = notTheirs(edit, by);
        if (!notTheirs.isEmpty()) {
            return new SaveOutcome.NotYours(notTheirs);
        }
        ReportingMonth month = gate.share(edit.month());
        if (gate.closed(month)) {
            return new SaveOutcome.MonthLocked(month.changedByName(), month.changedAt());
        }
        Map<Long, MonthlyReturn> stored = hold(edit);
        EditComparison comparison = new EditComparison(edit.rows(), stored);
        List<SaveOutcome.Conflict> conflicts = conflicts(edit.month(), comparison);
        if (!conflicts.isEmpty()) {
            return new SaveOutcome.Conflicting(conflicts);
        }
        List<Long> approved = approved(comparison.fresh(), stored);
        if (!approved.isEmpty()) {
            return new SaveOutcome.AlreadyApproved(approved);
        }
        Map<Long, List<Finding>> unexplained = unexplained(edit.month(), comparison.fresh());
        if (!unexplained.isEmpty()) {
            return new SaveOutcome.Unexplained(unexplained);
        }
        return store(edit, comparison.fresh(), stored, by);
    }

    /** What is unusual about new figures that come without a note. */
    private Map<Long, List<Finding>> unexplained(YearMonth month, List<MonthEdit.Row> rows) {
        return unusual.of(
                month,
                rows.stream()
                        .filter(row -> row.figures().note() == null)
                        .collect(Collectors.toMap(MonthEdit.Row::unitId, MonthEdit.Row::figures)));
    }

    private static void refuseBrokenRules(MonthEdit edit) {
        for (MonthEdit.Row row : edit.rows()) {
            List<Problem> problems = ReturnRules.check(row.figures());
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException("unit " + row.unitId() + " breaks " + problems);
            }
        }
    }

    private List<Long> notTheirs(MonthEdit edit, CurrentUser by) {
        Set<Long> existing =
                units.visibleTo(by, edit.month()).stream().map(Unit::id).collect(Collectors.toSet());
        return edit.rows().stream()
                .map(MonthEdit.Row::unitId)
                .filter(id -> !existing.contains(id) || !by.mayEnter(id))
                .toList();
    }

    private Map<Long, MonthlyReturn> hold(MonthEdit edit) {
        List<Long> unitIds = edit.rows().stream().map(MonthEdit.Row::unitId).toList();
        return returns.holdAll(edit.month().atDay(1), unitIds).stream()
                .collect(Collectors.toMap(MonthlyReturn::unitId, Function.identity()));
    }

    private List<SaveOutcome.Conflict> conflicts(YearMonth month, EditComparison comparison) {
        List<MonthEdit.Row> stale = comparison.stale();
        if (stale.isEmpty()) {
            return List.of();
        }
        Map<MonthEdit.Row, ReturnFigures> seen = figuresSeen(month, stale);
        return comparison.conflicts(row -> row.figures().equals(seen.get(row)));
    }

    /** The figures that each row's writer saw; version 0, or one that never was, is a blank row. */
    private Map<MonthEdit.Row, ReturnFigures> figuresSeen(YearMonth month, List<MonthEdit.Row> rows) {
        LocalDate key = month.atDay(1);
        return rows.stream().collect(Collectors.toMap(Function.identity(), row -> revisions
                .of(key, row.unitId(), row.baseVersion())
                .map(ReturnRevision::figures)
                .orElse(ReturnFigures.BLANK)));
    }

    private static List<Long> approved(List<MonthEdit.Row> rows, Map<Long, MonthlyReturn> stored) {
        return rows.stream()
                .map(MonthEdit.Row::unitId)
                .filter(id -> stored.containsKey(id) && stored.get(id).status() == ReturnStatus.APPROVED)
                .toList();
    }

    private SaveOutcome store(
            MonthEdit edit, List<MonthEdit.Row> rows, Map<Long, MonthlyReturn> stored, CurrentUser by) {
        Instant now = clock.instant();
        List<MonthlyReturn> changed = new ArrayList<>();
        List<ReturnRevision> traces = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        for (MonthEdit.Row row : rows) {
            MonthlyReturn each = stored.getOrDefault(row.unitId(), new MonthlyReturn(row.unitId(), edit.month()));
            TrailChanges before = TrailChanges.before(each);
            traces.add(
                    each.enter(row.figures(), edit.source(), Author.of(by), now).from(edit.origin(), row.unitId()));
            changed.add(each);
            changes.addAll(before.to(each));
        }
        returns.saveAll(changed);
        revisions.saveAll(traces);
        if (!rows.isEmpty()) {
            audit.record(
                    by,
                    TrailEntry.of("figures.saved", edit.month())
                            .units(changed.stream().map(MonthlyReturn::unitId).toList())
                            .changing(changes));
        }
        return new SaveOutcome.Saved(rows.size());
    }
}
