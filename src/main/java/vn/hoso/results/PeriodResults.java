package vn.hoso.results;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.results.MonthlyResultTotals.UnitMonthCounts;
import vn.hoso.security.CurrentUser;
import vn.hoso.targets.Target;

/**
 * A period's results.
 *
 * @param results the results
 * @param years the years that hold figures, in order
 * @param last the year's latest month with figures; December where a document published its totals
 * @param published whether a document published the year's totals
 * @param reachesTheLatest whether the period is the year from January to its latest month with figures
 * @param folding puts figures under today's units; null where they are shown as they were reported
 * @param reorganised whether some of the units came of others, or others of them
 * @param shown the units that are shown, whoever reads
 * @param beforeUse the months of the period whose returns nobody expects
 * @param targets those that hold in any of the twelve months up to its last
 * @param yearBefore the same months of the year before, with the days they were counted by
 * @param decisive every unit's part of the gap to the target that decides whom to call, null where there is none; worked out
 *     when it is asked for, and once
 */
record PeriodResults(
        YearResults results,
        List<Integer> years,
        YearMonth last,
        boolean published,
        boolean reachesTheLatest,
        @Nullable ResultsFolding folding,
        boolean reorganised,
        List<UnitResultTotals> shown,
        List<YearMonth> beforeUse,
        List<Target> targets,
        ReportingPeriod yearBefore,
        SingletonSupplier<GapContributions> decisive)
        implements ResultsCacheConfiguration.Kept {

    PeriodResults among(List<Integer> held) {
        return new PeriodResults(
                results,
                held,
                last,
                published,
                reachesTheLatest,
                folding,
                reorganised,
                shown,
                beforeUse,
                targets,
                yearBefore,
                decisive);
    }

    /** As of {@link YearResults#seenBy}. */
    PeriodResults seenBy(CurrentUser reader, Map<YearMonth, List<String>> missing) {
        return new PeriodResults(
                results.seenBy(reader, missing),
                years,
                last,
                published,
                reachesTheLatest,
                folding,
                reorganised,
                shown,
                beforeUse,
                targets,
                yearBefore,
                decisive);
    }

    /**
     * The targets that the rates of one of the months are rounded beside: those that judge the period, and those that judge the month
     * itself, however long ago they were replaced.
     */
    List<Target> besides(ScopeResults scope, YearMonth month) {
        LocalDate last = results.period().lastDay();
        return Stream.concat(
                        scope.targets(),
                        targets.stream()
                                .filter(each -> !each.holdsOn(last)
                                        && each.holdsOn(month.atDay(1))
                                        && each.judges(scope.unitId()))
                                .map(each -> each.heldAgainst(scope.unitId())))
                .toList();
    }

    /** Of each unit that is shown, the months in which its return, or one that counts for it, was expected. */
    Map<Long, List<YearMonth>> expected() {
        return shown.stream().collect(Collectors.toMap(one -> one.unit().id(), UnitResultTotals::expectedIn));
    }

    /** Whether acts make units of others, those that are not in force yet included. */
    boolean knowsActs() {
        return reorganised || shown.stream().anyMatch(one -> one.state().related());
    }

    /** Returns under the units that are shown. */
    List<UnitMonthCounts> folded(List<UnitMonthCounts> returns) {
        return folding == null ? returns : folding.months(returns);
    }
}
