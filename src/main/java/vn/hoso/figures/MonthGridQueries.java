package vn.hoso.figures;

import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.figures.CorrectionQueries.Correction;
import vn.hoso.figures.MonthQueries.Gate;
import vn.hoso.figures.MonthQueries.MonthLock;
import vn.hoso.figures.MonthQueries.Remark;
import vn.hoso.figures.MonthQueries.Reopening;
import vn.hoso.figures.MonthQueries.ReturnKey;
import vn.hoso.figures.MonthQueries.StoredReturn;
import vn.hoso.figures.domain.FiguresAsOf;
import vn.hoso.figures.domain.FormerReturns;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.period.StoredMonth;
import vn.hoso.security.CurrentUser;
import vn.hoso.units.Lineage;
import vn.hoso.units.Lineage.Former;
import vn.hoso.units.Successions;
import vn.hoso.units.Unit;
import vn.hoso.units.Units;

/**
 * Reads a month for a page that shows some of its units: their figures with those of the months they are compared with, and what all
 * units come to. Six statements, whatever the number of units; seven where a unit shown holds nothing of the year before, which may be
 * because it was not there yet, and eight where it came of others.
 */
@Component
public class MonthGridQueries {

    private final Units units;
    private final MonthQueries reading;
    private final MonthTotalQueries totals;
    private final ReviewRemarkQueries remarks;
    private final CorrectionQueries corrections;
    private final Successions successions;

    MonthGridQueries(
            Units units,
            MonthQueries reading,
            MonthTotalQueries totals,
            ReviewRemarkQueries remarks,
            CorrectionQueries corrections,
            Successions successions) {
        this.units = units;
        this.reading = reading;
        this.totals = totals;
        this.remarks = remarks;
        this.corrections = corrections;
        this.successions = successions;
    }

    /**
     * A month as one reader may see it.
     *
     * @param days those that it counts
     * @param lock who locked it and when; null while it is open
     * @param reopening who opened it again and for how long; null if it is locked or never was
     * @param units the reader's units of that month, in the order of documents
     * @param returns of the units shown and of those with remarks
     * @param formers what those that a unit shown came of reported in the month and the year before, by unit and month, where it has no
     *     return of it
     * @param totals of all units
     * @param remarks what units were asked to look at and have not answered
     * @param corrections by unit shown, what was proposed in the place of approved figures and waits for a decision
     */
    public record GridSnapshot(
            YearMonth month,
            StoredMonth days,
            @Nullable MonthLock lock,
            @Nullable Reopening reopening,
            List<Unit> units,
            Map<ReturnKey, StoredReturn> returns,
            Map<ReturnKey, FormerReturns> formers,
            MonthTotals totals,
            Map<Long, List<Remark>> remarks,
            Map<Long, Correction> corrections) {

        public List<Remark> remarksOf(long unitId) {
            return remarks.getOrDefault(unitId, List.of());
        }

        public @Nullable StoredReturn of(long unitId) {
            return returns.get(new ReturnKey(unitId, month));
        }

        public @Nullable StoredReturn previousOf(long unitId) {
            return returns.get(new ReturnKey(unitId, month.minusMonths(1)));
        }

        public @Nullable StoredReturn lastYearOf(long unitId) {
            return returns.get(new ReturnKey(unitId, month.minusYears(1)));
        }

        public @Nullable FormerReturns previousOfFormers(long unitId) {
            return formers.get(new ReturnKey(unitId, month.minusMonths(1)));
        }

        public @Nullable FormerReturns lastYearOfFormers(long unitId) {
            return formers.get(new ReturnKey(unitId, month.minusYears(1)));
        }
    }

    /** The units of a month that a page shows. */
    public interface ShownUnits {
        List<Unit> units();
    }

    /** A month, and what the page shows of its units. */
    public record GridPage<P extends ShownUnits>(GridSnapshot month, P shown) {}

    /**
     * A month as it is now.
     *
     * @param measures what its returns are asked for
     * @param page chooses among the reader's units
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public <P extends ShownUnits> GridPage<P> read(
            YearMonth month, List<Measure> measures, CurrentUser reader, Function<List<Unit>, P> page) {
        List<Unit> visible = units.visibleTo(reader, month);
        P chosen = page.apply(visible);
        List<Long> shown = ids(chosen.units());
        Gate gate = reading.gate(month);
        Map<Long, List<Remark>> open = remarks.open(month, ids(visible));
        Set<Long> needed = new HashSet<>(shown);
        needed.addAll(open.keySet());
        Map<ReturnKey, StoredReturn> returns =
                reading.returns(List.of(month, month.minusMonths(1), month.minusYears(1)), needed, FiguresAsOf.NOW);
        GridSnapshot snapshot = new GridSnapshot(
                month,
                gate.days(),
                gate.lock(),
                gate.reopening(),
                visible,
                returns,
                formers(month, shown, returns),
                totals.find(month, FiguresAsOf.NOW, measures, reader, visible, shown),
                open,
                corrections.pending(month, shown));
        return new GridPage<>(snapshot, chosen);
    }

    /** A month as it was known before an instant, under the names its units have in that month; four statements. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public <P extends ShownUnits> GridPage<P> known(
            YearMonth month, Instant before, List<Measure> measures, CurrentUser reader, Function<List<Unit>, P> page) {
        List<Unit> visible = units.visibleTo(reader, month);
        P chosen = page.apply(visible);
        List<Long> shown = ids(chosen.units());
        FiguresAsOf then = new FiguresAsOf.KnownBefore(before);
        GridSnapshot snapshot = new GridSnapshot(
                month,
                reading.gate(month).days(),
                null,
                null,
                visible,
                reading.returns(List.of(month), shown, then),
                Map.of(),
                totals.find(month, then, measures, reader, visible, shown),
                Map.of(),
                Map.of());
        return new GridPage<>(snapshot, chosen);
    }

    /** Of the units that have no return of the year before, what those that they came of reported then. */
    private Map<ReturnKey, FormerReturns> formers(
            YearMonth month, List<Long> shown, Map<ReturnKey, StoredReturn> returns) {
        List<YearMonth> before = List.of(month.minusMonths(1), month.minusYears(1));
        // Of a unit that was there the year before, a month without a return is its own.
        Set<ReturnKey> without = shown.stream()
                .filter(unit -> !returns.containsKey(new ReturnKey(unit, month.minusYears(1))))
                .flatMap(unit -> before.stream().map(each -> new ReturnKey(unit, each)))
                .filter(key -> !returns.containsKey(key))
                .collect(Collectors.toSet());
        if (without.isEmpty()) {
            return Map.of();
        }
        Lineage lineage = successions.lineage(month.atDay(1));
        Map<Long, List<Former>> formers = lineage.formers();
        Map<ReturnKey, List<Former>> there = new HashMap<>();
        without.forEach(key -> there.put(
                key,
                formers.getOrDefault(key.unitId(), List.of()).stream()
                        .filter(each ->
                                lineage.wasThere(each.unitId(), key.month().atDay(1)))
                        .toList()));
        there.values().removeIf(List::isEmpty);
        Set<Long> asked = there.values().stream()
                .flatMap(all -> all.stream().map(Former::unitId))
                .collect(Collectors.toSet());
        return asked.isEmpty() ? Map.of() : complete(there, reading.returns(before, asked, FiguresAsOf.NOW));
    }

    /** The units and months of which every former unit holds a complete return. */
    private static Map<ReturnKey, FormerReturns> complete(
            Map<ReturnKey, List<Former>> there, Map<ReturnKey, StoredReturn> held) {
        Map<ReturnKey, FormerReturns> found = new HashMap<>();
        there.forEach((key, all) -> {
            List<ReturnFigures> theirs = all.stream()
                    .map(each -> held.get(new ReturnKey(each.unitId(), key.month())))
                    .filter(stored -> stored != null && stored.complete())
                    .map(StoredReturn::figures)
                    .toList();
            if (theirs.size() == all.size()) {
                found.put(key, new FormerReturns(all, theirs));
            }
        });
        return found;
    }

    private static List<Long> ids(List<Unit> units) {
        return units.stream().map(Unit::id).toList();
    }
}
