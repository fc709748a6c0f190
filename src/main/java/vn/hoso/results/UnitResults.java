package vn.hoso.results;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.domain.ReturnStatus;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.rates.Counts;
import vn.hoso.results.GapContributions.GapContribution;
import vn.hoso.results.LeaderResults.DistrictMonth;
import vn.hoso.results.MonthlyResultTotals.UnitMonths;
import vn.hoso.results.PaperPeriodResults.PaperSeries;
import vn.hoso.results.UnitResultsPast.Origin;
import vn.hoso.security.CurrentUser;
import vn.hoso.targets.Target;

/**
 * One unit's period.
 *
 * @param district the period it is part of
 * @param unit the unit's totals and verdicts
 * @param months its months, reported or not: the whole year's for a year, else the period's; without those in which neither
 *     it was there and a return expected, nor one is held
 * @param years the years that hold figures, in order
 * @param toDate whether the period is the year as far as its figures reach, not a slice of it
 * @param line the unit's twelve months that end with the period; those before it was there are the sum of the units that it
 *     came of
 * @param earlier whose figures these are; empty where all months are its own, or the whole period is such a sum
 * @param successors the units that came of it until today; empty where none did, or it is one of today's
 * @param unapproved how many of the returns that are counted in the period, its own or of those that it came of, nobody has approved
 * @param unsent how many of them the unit has not submitted, or not again after they were returned
 * @param paper its paper though online, month by month of the period
 * @param contributions the units' parts of the district's gap to the target that decides whom to call; null where there
 *     is none, or the reader does not see all units
 * @param contribution the unit's own part, null where it has no figures or there are no parts
 */
public record UnitResults(
        YearResults district,
        ScopeResults unit,
        List<UnitMonth> months,
        List<Integer> years,
        boolean toDate,
        List<DistrictMonth> line,
        List<Origin> earlier,
        List<Origin> successors,
        int unapproved,
        int unsent,
        PaperSeries paper,
        @Nullable GapContributions contributions,
        @Nullable GapContribution contribution) {

    /** Whether the unit reported in the period itself, beside those that it came of. */
    public boolean reportedItself() {
        return unit.past() == null
                || unit.past().origins().isEmpty()
                || unit.past().origins().stream().anyMatch(origin -> Objects.equals(origin.unitId(), unit.unitId()));
    }

    /** Whether a letter would find nobody: others came of it, and no return of the period is owed. */
    public boolean nobodyAnswers() {
        return !successors.isEmpty() && unsent == 0 && unit.reportedMonths() >= unit.expectedMonths();
    }

    private static final int MONTHS_SHOWN = 12;

    /**
     * Which months are told.
     *
     * @param first the first of the unit's months
     * @param last the last of them
     * @param twelve the first of the twelve that end with the period
     */
    record Months(YearMonth first, YearMonth last, YearMonth twelve) {

        static Months of(PeriodResults found) {
            ReportingPeriod period = found.results().period();
            boolean wholeYear = found.reachesTheLatest();
            return new Months(
                    wholeYear ? period.to().withMonth(1) : period.from(),
                    wholeYear ? period.to().withMonth(12) : period.to(),
                    period.to().minusMonths(MONTHS_SHOWN - 1L));
        }

        YearMonth firstRead() {
            return twelve.isBefore(first) ? twelve : first;
        }
    }

    /**
     * Gathers.
     *
     * @param asked the returns of the unit and of all behind it, held and expected
     * @param successors as of the answer
     * @param folding puts them together; null where the unit neither came of others nor others of it
     */
    static UnitResults of(
            PeriodResults found,
            ScopeResults unit,
            Months told,
            UnitMonths asked,
            @Nullable ResultsFolding folding,
            List<Origin> successors,
            CurrentUser reader) {
        List<UnitMonthResults> figures = asked.held();
        YearResults results = found.results();
        ReportingPeriod period = results.period();
        long id = Objects.requireNonNull(unit.unitId());
        ResultsFolding past = folding == null || !folding.keeps(id) ? null : folding;
        List<UnitMonthResults> together = past == null ? own(id, figures) : past.months(id, figures);
        List<Long> behind = past == null ? List.of(id) : past.behind(id);
        boolean today = found.folding() != null;
        List<Long> counted = today ? behind : List.of(id);
        Map<YearMonth, UnitMonthResults> held = byMonth(today ? together : own(id, figures));
        Map<YearMonth, UnitMonthResults> line = byMonth(together);
        GapContributions contributions =
                reader.seesAllUnits() ? found.decisive().get() : null;
        return new UnitResults(
                results,
                unit,
                between(told.first, told.last)
                        .filter(month -> held.containsKey(month) || expected(counted, month, asked) > 0)
                        .map(month -> month(month, held.get(month), found.besides(unit, month), asked.sums()))
                        .toList(),
                found.years(),
                found.reachesTheLatest(),
                between(told.twelve, period.to())
                        .map(month -> alone(
                                month,
                                expected(behind, month, asked),
                                reported(figures, month),
                                counts(line.get(month)),
                                found.besides(unit, month)))
                        .toList(),
                today || past == null
                        ? List.of()
                        : past.before(id, between(told.twelve, period.to()).toList()),
                successors,
                counted(counted, figures, period, each -> each.status() != ReturnStatus.APPROVED),
                counted(
                        counted,
                        figures,
                        period,
                        each -> each.status() == ReturnStatus.DRAFT || each.status() == ReturnStatus.RETURNED),
                PaperSeries.of(
                        unit.unitId(),
                        unit.name(),
                        period.months(),
                        counts(held),
                        period.months().stream()
                                .filter(month -> expected(counted, month, asked) > 0)
                                .toList()),
                contributions,
                contributions == null ? null : part(contributions, unit));
    }

    private static List<UnitMonthResults> own(long unitId, List<UnitMonthResults> figures) {
        return figures.stream().filter(each -> each.unitId() == unitId).toList();
    }

    private static Map<YearMonth, UnitMonthResults> byMonth(List<UnitMonthResults> figures) {
        return figures.stream().collect(Collectors.toMap(UnitMonthResults::month, Function.identity()));
    }

    private static UnitMonth month(
            YearMonth month, @Nullable UnitMonthResults figures, List<Target> targets, MeasuredSums sums) {
        Counts counts = counts(figures);
        return new UnitMonth(
                month,
                counts,
                RoundedResultRates.of(counts, targets, null, sums.of(month)),
                figures == null ? null : figures.status().name(),
                figures == null ? null : figures.note());
    }

    private static Stream<YearMonth> between(YearMonth first, YearMonth last) {
        return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1));
    }

    private static DistrictMonth alone(
            YearMonth month, int expected, int reported, @Nullable Counts counts, List<Target> targets) {
        return new DistrictMonth(month, expected, reported, counts, RoundedResultRates.of(counts, targets));
    }

    private static int expected(List<Long> unitIds, YearMonth month, UnitMonths asked) {
        return (int) unitIds.stream().filter(each -> asked.expects(each, month)).count();
    }

    private static int reported(List<UnitMonthResults> figures, YearMonth month) {
        return (int) figures.stream()
                .filter(each -> each.month().equals(month) && each.counts() != null)
                .count();
    }

    private static int counted(
            List<Long> unitIds,
            List<UnitMonthResults> figures,
            ReportingPeriod period,
            Predicate<UnitMonthResults> which) {
        return (int) figures.stream()
                .filter(each -> unitIds.contains(each.unitId())
                        && period.months().contains(each.month())
                        && each.counts() != null
                        && which.test(each))
                .count();
    }

    private static @Nullable Counts counts(@Nullable UnitMonthResults figures) {
        return figures == null ? null : figures.counts();
    }

    private static Map<YearMonth, Counts> counts(Map<YearMonth, UnitMonthResults> held) {
        Map<YearMonth, Counts> counts = new TreeMap<>();
        held.values().stream()
                .filter(each -> each.counts() != null)
                .forEach(each -> counts.put(each.month(), Objects.requireNonNull(each.counts())));
        return counts;
    }

    private static @Nullable GapContribution part(GapContributions contributions, ScopeResults unit) {
        return contributions.units().stream()
                .filter(each -> Objects.equals(each.unit().unitId(), unit.unitId()))
                .findFirst()
                .orElse(null);
    }

    /**
     * One month of one unit.
     *
     * @param counts null while not completely reported, which is not zero
     * @param rates the month's rates, rounded for print
     * @param status DRAFT, SUBMITTED, RETURNED or APPROVED; null while nothing was entered
     * @param note the unit's own explanation
     */
    public record UnitMonth(
            YearMonth month,
            @Nullable Counts counts,
            RoundedResultRates rates,
            @Nullable String status,
            @Nullable String note) {}
}
