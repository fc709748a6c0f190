package vn.hoso.results;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.SubmissionDeadlineQueries.UnitToAsk;
import vn.hoso.rates.Counts;
import vn.hoso.rates.DataStatus;
import vn.hoso.results.GapContributions.GapContribution;
import vn.hoso.results.MonthlyResultTotals.MonthTotals;
import vn.hoso.results.RemainingYear.Owed;
import vn.hoso.results.RemainingYearQueries.MonthsAndOwed;
import vn.hoso.security.CurrentUser;
import vn.hoso.targets.Target;
import vn.hoso.targets.Verdict;

/**
 * What a leader needs to decide: the period's results, what lies ahead, how the months went, and who holds the district
 * back.
 *
 * @param results the period
 * @param years the years that hold figures, in order
 * @param toDate whether the period is the year as far as its figures reach, not a slice of it
 * @param months the twelve months that end with it
 * @param finished whether no return of the year is owed any more; totals that a document published stand for all of them
 * @param remaining the expected rest of the year; null where the period does not reach up to it
 * @param outlooks the district's targets of the overall rate, looking at that rest
 * @param change what the latest month changed, null where nothing can be compared
 * @param contributions the units' parts of the gap to the target that decides whom to call; null where no target is set
 *     for units too, nothing arose, or the reader does not see all units
 * @param shortfalls the units that miss what is asked of them, whoever lacks most first; empty where the reader does not see all units
 * @param ask of the units that may be called, how many months they are late with, and whom to ask
 */
public record LeaderResults(
        YearResults results,
        List<Integer> years,
        boolean toDate,
        List<DistrictMonth> months,
        boolean finished,
        @Nullable RemainingYear remaining,
        List<ResultsOutlook> outlooks,
        @Nullable MonthOnMonthResults change,
        @Nullable GapContributions contributions,
        List<UnitShortfall> shortfalls,
        Map<Long, UnitToAsk> ask)
        implements ResultsCacheConfiguration.Kept {

    /** How many units a leader calls. */
    public static final int CALLED = 3;

    static final int MONTHS = 12;

    private static final int MOST_LISTED = 100;
    private static final int LISTED_OF_MANY = 30;

    static LeaderResults of(PeriodResults found, MonthsAndOwed held, @Nullable Long rest, CurrentUser reader) {
        YearResults results = found.results();
        ScopeResults district = results.district();
        Owed owes = found.published() ? Owed.NOTHING : held.owed();
        List<DistrictMonth> months = held.months().stream()
                .map(each -> month(each, found.besides(district, each.month())))
                .toList();
        RemainingYear remaining = remaining(found, owes, rest);
        GapContributions contributions =
                reader.seesAllUnits() ? found.decisive().get() : null;
        return new LeaderResults(
                results,
                found.years(),
                found.reachesTheLatest(),
                months,
                owes.returns() == 0,
                remaining,
                outlooks(district, remaining),
                results.publication() == null && results.period().fromJanuary()
                        ? MonthOnMonthResults.of(results.period(), district, months)
                        : null,
                contributions,
                reader.seesAllUnits() ? UnitShortfall.of(results.units(), contributions) : List.of(),
                Map.of());
    }

    /**
     * Whether anybody may be called; a call changes nothing about a finished year. Figures count before they are handed in, so that
     * a period may lack none and units be late with it.
     */
    boolean calls() {
        return !finished && (!lackingMost().isEmpty() || results.finality() != DataStatus.OFFICIAL);
    }

    /** The units that lack the most dossiers, to be called whatever they have handed in. */
    List<Long> lackingMost() {
        return shortfalls.stream()
                .limit(CALLED)
                .map(each -> Objects.requireNonNull(each.unit().unitId()))
                .toList();
    }

    LeaderResults asking(Map<Long, UnitToAsk> units) {
        return new LeaderResults(
                results,
                years,
                toDate,
                months,
                finished,
                remaining,
                outlooks,
                change,
                contributions,
                shortfalls,
                units);
    }

    private static DistrictMonth month(MonthTotals totals, List<Target> targets) {
        return new DistrictMonth(
                totals.month(),
                totals.expected(),
                totals.reported(),
                totals.counts(),
                RoundedResultRates.of(totals.counts(), targets));
    }

    private static @Nullable RemainingYear remaining(PeriodResults found, Owed owes, @Nullable Long rest) {
        Counts soFar = found.results().district().counts();
        return soFar == null || !found.reachesTheLatest() ? null : RemainingYear.of(owes, found.last(), soFar, rest);
    }

    private static List<ResultsOutlook> outlooks(ScopeResults district, @Nullable RemainingYear remaining) {
        Counts soFar = district.counts();
        return soFar == null || soFar.dossiersReceived() == 0 || remaining == null
                ? List.of()
                : district.overallTargets().stream()
                        .map(target -> ResultsOutlook.of(target, soFar, remaining))
                        .toList();
    }

    /** The units that one page has room for: all of them, or of more than a hundred the thirty that lack most. */
    public List<ScopeResults> unitsListed() {
        List<ScopeResults> all = results.units();
        if (all.size() <= MOST_LISTED) {
            return all;
        }
        if (contributions == null && shortfalls.isEmpty()) {
            return all.subList(0, LISTED_OF_MANY);
        }
        Stream<ScopeResults> rest = contributions == null
                ? all.stream()
                : contributions.units().stream().map(GapContribution::unit);
        Set<@Nullable Long> listed = new HashSet<>();
        return Stream.concat(shortfalls.stream().map(UnitShortfall::unit), rest)
                .filter(unit -> !unit.ended() && listed.add(unit.unitId()))
                .limit(LISTED_OF_MANY)
                .toList();
    }

    public Optional<ResultsOutlook> outlook(Target target) {
        return outlooks.stream()
                .filter(each -> each.target().id() == target.id())
                .findFirst();
    }

    /**
     * One month of the district: the sum of its units' returns.
     *
     * @param expected units that should have reported
     * @param reported units that did
     * @param counts null while nobody did, which is not zero
     * @param rates the month's rates, rounded for print
     */
    public record DistrictMonth(
            YearMonth month,
            int expected,
            int reported,
            @Nullable Counts counts,
            RoundedResultRates rates) {

        /** Whether no unit should have reported, nor did. */
        public boolean nothingExpected() {
            return expected == 0 && counts == null;
        }

        public boolean complete() {
            return reported == expected;
        }
    }

    /**
     * A unit that misses what is asked of it.
     *
     * @param unit the unit
     * @param verdict the missed target as it holds for this unit: the one that decides for all, or one whose level is the unit's own
     * @param share its part of what all units lack of the target that decides for all, rounded for print; null where it misses a level
     *     of its own, or stands exactly at a threshold that it must exceed
     */
    public record UnitShortfall(
            ScopeResults unit, Verdict verdict, @Nullable BigDecimal share) {

        /**
         * The units to be called that still are, whoever lacks most dossiers first: of equal ones whoever makes up more of the gap.
         *
         * @param units every unit, in the order of documents
         * @param common their parts of the gap to the target that decides for all, null where none does
         */
        static List<UnitShortfall> of(List<ScopeResults> units, @Nullable GapContributions common) {
            Map<@Nullable Long, @Nullable BigDecimal> shares = new HashMap<>();
            if (common != null) {
                common.units().forEach(each -> shares.put(each.unit().unitId(), each.share()));
            }
            return (common == null ? units.stream() : common.units().stream().map(GapContribution::unit))
                    .filter(unit -> !unit.ended())
                    .flatMap(unit -> unit.missedMost(common == null ? null : common.target()).stream()
                            .map(verdict -> new UnitShortfall(
                                    unit, verdict, verdict.target().ownLevel() ? null : shares.get(unit.unitId()))))
                    .sorted(Comparator.comparing(
                                    (UnitShortfall each) -> each.verdict().shortBy())
                            .reversed())
                    .toList();
        }
    }
}
