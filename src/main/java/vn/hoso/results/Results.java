package vn.hoso.results;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.cache.annotation.CacheConfig;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.figures.SubmissionDeadlineQueries;
import vn.hoso.figures.SubmissionDeadlineQueries.UnitToAsk;
import vn.hoso.figures.domain.FiguresAsOf;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.rates.Indicator;
import vn.hoso.results.GapContributions.GapResults;
import vn.hoso.results.UnitResultsPast.Origin;
import vn.hoso.results.WhatIfResults.WhatIfAssumption;
import vn.hoso.security.CurrentUser;
import vn.hoso.units.Lineage;

/**
 * The one way to results: pages, documents and exports all ask here. Every answer about a period is empty if the year holds no
 * figures for it; the reader decides which units and names it holds, while the district's totals are the same for all. All
 * statements of an answer see one snapshot: a save in between must not make the units and their total disagree.
 */
@Service
@CacheConfig(cacheNames = ResultsCacheConfiguration.ANSWERS)
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class Results {

    private static final String NOW = ", @resultsRevision.count(), @resultsRevision.today()}";

    /** Of answers that are the same for all who see every unit. */
    private static final String KEPT = "@resultsRevision.keeps(#asked, #reader)";

    private static final String NOTHING = "#result == null";

    private final PeriodResultsMemory periods;
    private final PeriodResultsQueries queries;
    private final ResultTotals totals;
    private final MonthlyResultTotals monthly;
    private final RemainingYearQueries owed;
    private final SubmissionDeadlineQueries deadlines;

    Results(
            PeriodResultsMemory periods,
            PeriodResultsQueries queries,
            ResultTotals totals,
            MonthlyResultTotals monthly,
            RemainingYearQueries owed,
            SubmissionDeadlineQueries deadlines) {
        this.periods = periods;
        this.queries = queries;
        this.totals = totals;
        this.monthly = monthly;
        this.owed = owed;
        this.deadlines = deadlines;
    }

    /** The years that hold figures, ascending, each with its latest month that does; null for published totals only. */
    public SortedMap<Integer, @Nullable YearMonth> years() {
        SortedMap<Integer, @Nullable YearMonth> latest = new TreeMap<>();
        months().forEach((year, months) -> latest.put(year, months.isEmpty() ? null : months.get(months.size() - 1)));
        return latest;
    }

    /** The years that hold figures, ascending, each with its months that do; none of a year of published totals only. */
    public SortedMap<Integer, List<YearMonth>> months() {
        return queries.months();
    }

    /** The district and its units. */
    public Optional<YearResults> of(ResultsRequest asked, CurrentUser reader) {
        return periods.find(asked, reader).map(PeriodResults::results);
    }

    /**
     * One unit, month by month; empty also if the unit is not the reader's to see. A unit that was not there yet in the period
     * has the figures of those that it came of, as under today's units.
     */
    public Optional<UnitResults> unit(long unitId, ResultsRequest asked, CurrentUser reader) {
        if (!reader.maySee(unitId)) {
            return Optional.empty();
        }
        return periods.find(asked, reader)
                .map(found -> found.results().geography() == ResultsGeography.AS_REPORTED
                                && found.results().unit(unitId).isEmpty()
                        ? periods.find(asked.under(ResultsGeography.TODAY), reader)
                                .orElseThrow()
                        : found)
                .flatMap(found -> found.results().unit(unitId).map(unit -> unit(found, unit, asked, reader)));
    }

    private UnitResults unit(PeriodResults found, ScopeResults unit, ResultsRequest asked, CurrentUser reader) {
        long unitId = Objects.requireNonNull(unit.unitId());
        UnitResults.Months months = UnitResults.Months.of(found);
        ResultsFolding folding = found.folding();
        List<Origin> successors = List.of();
        if (folding == null && found.reorganised()) {
            Lineage lineage = queries.lineageToday();
            folding = new ResultsFolding(lineage, found.results().period().lastDay());
            successors = ResultsFolding.successors(unitId, lineage);
        }
        return UnitResults.of(
                found,
                unit,
                months,
                monthly.monthsOf(
                        folding == null ? List.of(unitId) : folding.behind(unitId),
                        months.firstRead(),
                        months.last(),
                        asked.asOf()),
                folding,
                successors,
                reader);
    }

    /**
     * The leaders' page. The same answer is given again for as long as no figure, unit, target or decision has changed: the
     * revision is read before what it stands for, so that an answer is at least as new as its revision. Inside a transaction
     * nothing is kept or given again, as it may have seen what will be taken back.
     *
     * @param rest dossiers that the reader expects in the rest of the year; null to expect as last year
     */
    @Cacheable(key = "{#root.methodName, #asked" + NOW, condition = "#rest == null && " + KEPT, unless = NOTHING)
    public Optional<LeaderResults> overview(ResultsRequest asked, @Nullable Long rest, CurrentUser reader) {
        return periods.findAnew(asked, reader).map(found -> {
            LeaderResults leader = LeaderResults.of(found, owed.find(found, asked.asOf()), rest, reader);
            return leader.calls() ? leader.asking(toAsk(leader)) : leader;
        });
    }

    private Map<Long, UnitToAsk> toAsk(LeaderResults leader) {
        ReportingPeriod period = leader.results().period();
        return deadlines.unitsToAsk(period.from(), period.to(), leader.lackingMost());
    }

    /**
     * Who makes up the district's gap to a target.
     *
     * @param targetId the target; null for the lowest that the district misses, else its highest
     * @param assumption what if, null for nothing
     * @param reader someone who sees every unit
     */
    @Cacheable(
            key = "{#root.methodName, #asked, #targetId" + NOW,
            condition = "#assumption == null && " + KEPT,
            unless = NOTHING)
    public Optional<GapResults> gap(
            ResultsRequest asked, @Nullable Long targetId, @Nullable WhatIfAssumption assumption, CurrentUser reader) {
        return periods.find(asked, reader).map(found -> GapResults.of(found, targetId, assumption));
    }

    /** Paper though online. */
    @Cacheable(key = "{#root.methodName, #asked" + NOW, condition = KEPT, unless = NOTHING)
    public Optional<PaperPeriodResults> paper(ResultsRequest asked, CurrentUser reader) {
        return periods.find(asked, reader)
                .map(found -> PaperPeriodResults.of(
                        found,
                        found.folded(monthly.byUnitAndMonth(found.results().period(), asked.asOf()))));
    }

    /** The units ranked, and the period beside others, for a reader who sees every unit. */
    @Cacheable(key = "{#root.methodName, #asked, #indicator" + NOW, condition = KEPT, unless = NOTHING)
    public Optional<ComparisonResults> comparison(ResultsRequest asked, Indicator indicator, CurrentUser reader) {
        return periods.find(asked, reader).map(found -> {
            ReportingPeriod period = found.results().period();
            ReportingPeriod before = asked.span().before(period);
            List<UnitResultTotals> unitsBefore = totals.byUnit(before, asked);
            if (!found.reorganised()) {
                return ComparisonResults.of(
                        found,
                        indicator,
                        before,
                        unitsBefore,
                        unitsBefore,
                        monthly.withYearBefore(period, indicator, List.of(), asked.asOf()));
            }
            ResultsFolding today = found.folding();
            Lineage lineage = today == null ? queries.lineage(period.lastDay()) : today.lineage();
            List<UnitResultTotals> folded =
                    (today == null ? new ResultsFolding(lineage, period.lastDay()) : today).totals(unitsBefore);
            return ComparisonResults.of(
                    found,
                    indicator,
                    before,
                    today == null ? unitsBefore : folded,
                    folded,
                    YearBeforeResults.of(
                            found,
                            lineage,
                            indicator,
                            monthly.withYearBefore(period, indicator, lineage.units(), asked.asOf()),
                            monthly.ofUnits(lineage.units(), period.yearBefore().from(), period.to(), asked.asOf())));
        });
    }

    /** An indicator of every unit and month. */
    @Cacheable(key = "{#root.methodName, #asked, #indicator" + NOW, condition = KEPT, unless = NOTHING)
    public Optional<ResultsMonthMatrix> months(ResultsRequest asked, Indicator indicator, CurrentUser reader) {
        return periods.find(asked, reader)
                .map(found -> ResultsMonthMatrix.of(
                        found,
                        indicator,
                        found.folded(monthly.byUnitAndMonth(found.results().period(), asked.asOf())),
                        monthly.sums()));
    }

    /** The district and its units, beside what was reported in the same months of the year before. */
    public Optional<SameMonthsBeforeResults.Beside> besideYearBefore(ResultsRequest asked, CurrentUser reader) {
        return periods.findAnew(asked, reader)
                .map(found -> new SameMonthsBeforeResults.Beside(
                        found.results(),
                        SameMonthsBeforeResults.of(
                                        found,
                                        totals.byUnit(found.yearBefore(), ResultsRequest.LATEST),
                                        queries::lineageToday)
                                .orElse(null)));
    }

    /** What became of rates: one answer for each, in the same order. Two statements, however many are asked. */
    public List<ResultsEffect> effects(Collection<ResultsEffect.Asked> asked) {
        if (asked.isEmpty()) {
            return List.of();
        }
        List<YearMonth> months =
                asked.stream().map(ResultsEffect.Asked::month).sorted().toList();
        YearMonth first = months.get(0);
        YearMonth last = months.get(months.size() - 1).plusMonths(ResultsEffect.MONTHS);
        List<Long> units = asked.stream()
                .map(ResultsEffect.Asked::unitId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return ResultsEffect.of(
                asked,
                monthly.byMonth(first, last, FiguresAsOf.NOW),
                monthly.ofUnits(units, first, last, FiguresAsOf.NOW));
    }
}
