package vn.hoso.results;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.figures.AsOf;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.rates.Counts;
import vn.hoso.rates.Indicator;
import vn.hoso.rates.Rate;
import vn.hoso.rates.RateClasses;
import vn.hoso.results.FigureTotals.UnitTotals;
import vn.hoso.results.MonthlyTotals.UnitMonthCounts;
import vn.hoso.security.CurrentUser;
import vn.hoso.targets.Target;
import vn.hoso.targets.Verdict;

/** Ranks a period's units and sets the period beside others. One snapshot for all statements of an answer. */
@Service
class ComparisonService implements ComparisonQuery {

    private final YearResultsService years;
    private final FigureTotals totals;
    private final YearOnYearTotals paired;
    private final MonthlyTotals monthly;

    ComparisonService(YearResultsService years, FigureTotals totals, YearOnYearTotals paired, MonthlyTotals monthly) {
        this.years = years;
        this.totals = totals;
        this.paired = paired;
        this.monthly = monthly;
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<ComparisonResults> compare(PeriodRequest asked, Indicator indicator, CurrentUser reader) {
        return years.period(asked, reader).map(found -> compare(found, asked, indicator));
    }

    private ComparisonResults compare(PeriodResults found, PeriodRequest asked, Indicator indicator) {
        YearResults results = found.results();
        ReportingPeriod before = asked.span().before(results.period());
        Map<Long, Integer> places = places(before, indicator, asked.viewpoint());
        List<Target> targets = targets(results.district(), indicator);
        return new ComparisonResults(
                results,
                found.years(),
                found.reachesTheLatest(),
                indicator,
                targets,
                Ranking.of(indicator, results.units(), places),
                places.isEmpty() ? null : before,
                LikeForLike.of(
                        results.period(),
                        indicator,
                        paired.withYearBefore(results.period(), asked.viewpoint()),
                        targets),
                PublishedBesideSummed.of(results));
    }

    private Map<Long, Integer> places(ReportingPeriod before, Indicator indicator, AsOf viewpoint) {
        Map<Long, Rate> communes = new HashMap<>();
        Map<Long, Rate> offices = new HashMap<>();
        for (UnitTotals each : totals.byUnit(before, viewpoint)) {
            Rate rate = each.counts() == null ? null : each.counts().rate(indicator);
            if (rate != null) {
                (Ranking.isOffice(each.unit().kind()) ? offices : communes)
                        .put(each.unit().id(), rate);
            }
        }
        Map<Long, Integer> places = new HashMap<>(Ranking.places(communes));
        places.putAll(Ranking.places(offices));
        return places;
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<MonthMatrix> months(PeriodRequest asked, Indicator indicator, CurrentUser reader) {
        return years.period(asked, reader).map(found -> months(found, asked.viewpoint(), indicator));
    }

    private MonthMatrix months(PeriodResults found, AsOf viewpoint, Indicator indicator) {
        YearResults results = found.results();
        List<YearMonth> months = results.period().months();
        List<Target> targets = targets(results.district(), indicator);
        Map<Long, Map<YearMonth, Counts>> held = new HashMap<>();
        for (UnitMonthCounts each : monthly.byUnitAndMonth(results.period(), viewpoint)) {
            held.computeIfAbsent(each.unitId(), id -> new HashMap<>()).put(each.month(), each.counts());
        }
        List<MonthMatrix.Row> rows = new ArrayList<>();
        for (ScopeResults unit : results.units()) {
            Map<YearMonth, Counts> own = held.getOrDefault(unit.unitId(), Map.of());
            List<@Nullable IndicatorResult> cells = new ArrayList<>();
            for (YearMonth month : months) {
                Counts counts = own.get(month);
                cells.add(
                        counts == null ? null : RoundedRates.of(counts, targets).of(indicator));
            }
            rows.add(new MonthMatrix.Row(unit, cells));
        }
        return new MonthMatrix(
                results, found.years(), found.reachesTheLatest(), indicator, classes(targets), months, rows);
    }

    private static RateClasses classes(List<Target> targets) {
        return RateClasses.of(targets.stream()
                .map(it -> Objects.requireNonNull(it.threshold()))
                .toList());
    }

    private static List<Target> targets(ScopeResults district, Indicator indicator) {
        return Stream.concat(district.verdicts().stream(), district.aspirations().stream())
                .map(Verdict::target)
                .filter(it -> it.indicator() == indicator
                        && it.threshold() != null
                        && it.scope().coversUnits())
                .toList();
    }
}
