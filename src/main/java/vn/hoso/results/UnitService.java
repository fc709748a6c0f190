package vn.hoso.results;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.figures.AsOf;
import vn.hoso.figures.ReviewRemarkQueries;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.rates.Counts;
import vn.hoso.results.FigureTotals.UnitMonthFigures;
import vn.hoso.security.CurrentUser;
import vn.hoso.targets.Target;

/** Adds a unit's months, its part of the gap and its remarks to a period's results, from one snapshot. */
@Service
class UnitService implements UnitQuery {

    private static final int MONTHS_SHOWN = 12;

    private final YearResultsService years;
    private final FigureTotals figures;
    private final ReviewRemarkQueries remarks;

    UnitService(YearResultsService years, FigureTotals figures, ReviewRemarkQueries remarks) {
        this.years = years;
        this.figures = figures;
        this.remarks = remarks;
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<UnitResults> unit(long unitId, PeriodRequest asked, CurrentUser reader) {
        if (!reader.maySee(unitId)) {
            return Optional.empty();
        }
        return years.period(asked, reader).flatMap(found -> found.results().units().stream()
                .filter(unit -> Objects.equals(unit.unitId(), unitId))
                .findFirst()
                .map(unit -> unit(unitId, unit, found, asked.viewpoint(), reader)));
    }

    private UnitResults unit(long unitId, ScopeResults unit, PeriodResults found, AsOf viewpoint, CurrentUser reader) {
        YearResults results = found.results();
        ReportingPeriod period = results.period();
        YearMonth first = found.reachesTheLatest() ? period.to().withMonth(1) : period.from();
        YearMonth last = found.reachesTheLatest() ? period.to().withMonth(12) : period.to();
        YearMonth twelve = period.to().minusMonths(MONTHS_SHOWN - 1L);
        Map<YearMonth, UnitMonthFigures> held =
                figures.monthsOf(unitId, twelve.isBefore(first) ? twelve : first, last, viewpoint).stream()
                        .collect(Collectors.toMap(UnitMonthFigures::month, Function.identity()));
        List<Target> targets = YearResultsService.heldAgainst(unit);
        GapContributions contributions = reader.seesAllUnits()
                ? LeaderService.decisive(results.district())
                        .map(target -> GapContributions.of(target, results.district(), results.units()))
                        .orElse(null)
                : null;
        return new UnitResults(
                new UnitYear(
                        results,
                        unit,
                        between(first, last)
                                .map(month -> YearResultsService.month(month, held.get(month), targets))
                                .toList()),
                found.years(),
                found.reachesTheLatest(),
                between(twelve, period.to())
                        .map(month -> alone(month, counts(held.get(month)), targets))
                        .toList(),
                PaperSeries.of(unitId, unit.name(), period.months(), counts(held)),
                contributions,
                contributions == null ? null : part(contributions, unitId),
                remarks.of(unitId, first, last, viewpoint));
    }

    private static Stream<YearMonth> between(YearMonth first, YearMonth last) {
        return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1));
    }

    private static DistrictMonth alone(YearMonth month, @Nullable Counts counts, List<Target> targets) {
        return new DistrictMonth(month, 1, counts == null ? 0 : 1, counts, RoundedRates.of(counts, targets));
    }

    private static @Nullable Counts counts(@Nullable UnitMonthFigures figures) {
        return figures == null ? null : figures.counts();
    }

    private static Map<YearMonth, Counts> counts(Map<YearMonth, UnitMonthFigures> held) {
        Map<YearMonth, Counts> counts = new TreeMap<>();
        held.values().stream()
                .filter(each -> each.counts() != null)
                .forEach(each -> counts.put(each.month(), Objects.requireNonNull(each.counts())));
        return counts;
    }

    private static @Nullable GapContribution part(GapContributions contributions, long unitId) {
        return contributions.units().stream()
                .filter(each -> Objects.equals(each.unit().unitId(), unitId))
                .findFirst()
                .orElse(null);
    }
}
