package vn.hoso.results;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.figures.AsOf;
import vn.hoso.rates.Counts;
import vn.hoso.rates.Indicator;
import vn.hoso.rates.Rate;
import vn.hoso.results.MonthlyTotals.MonthTotals;
import vn.hoso.results.MonthlyTotals.UnitMonthCounts;
import vn.hoso.results.OwedReturns.MonthsAndOwed;
import vn.hoso.results.OwedReturns.Owed;
import vn.hoso.security.CurrentUser;
import vn.hoso.targets.Target;
import vn.hoso.targets.Verdict;
import vn.hoso.targets.VerdictStatus;

/** Adds what lies ahead and behind to a period's results. One snapshot for all statements of an answer. */
@Service
class LeaderService implements LeaderQuery {

    private static final int MONTHS_SHOWN = 12;

    private final YearResultsService years;
    private final MonthlyTotals monthly;
    private final OwedReturns owed;

    LeaderService(YearResultsService years, MonthlyTotals monthly, OwedReturns owed) {
        this.years = years;
        this.monthly = monthly;
        this.owed = owed;
    }

    /** Computed anew in any case; readers ask {@link CachingLeaderResults}. */
    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<LeaderResults> overview(PeriodRequest asked, @Nullable Long rest, CurrentUser reader) {
        return years.period(asked, reader).map(found -> overview(found, rest, asked.viewpoint(), reader));
    }

    private LeaderResults overview(PeriodResults found, @Nullable Long rest, AsOf viewpoint, CurrentUser reader) {
        YearResults results = found.results();
        ScopeResults district = results.district();
        YearMonth last = results.period().to();
        MonthsAndOwed held = owed.of(last.minusMonths(MONTHS_SHOWN - 1L), last, found.last(), viewpoint);
        Owed owes = found.published() ? Owed.NOTHING : held.owed();
        List<DistrictMonth> months = months(held.months(), district.overallTargets());
        RemainingYear remaining = remaining(found, owes, rest);
        return new LeaderResults(
                results,
                found.years(),
                found.reachesTheLatest(),
                months,
                owes.returns() == 0,
                remaining,
                outlooks(district, remaining),
                results.publication() == null && results.period().fromJanuary()
                        ? SinceLastMonth.of(results.period(), district, months)
                        : null,
                reader.seesAllUnits()
                        ? decisive(district)
                                .map(target -> GapContributions.of(target, district, results.units()))
                                .orElse(null)
                        : null);
    }

    private static List<DistrictMonth> months(List<MonthTotals> months, List<Target> targets) {
        return months.stream().map(each -> month(each, targets)).toList();
    }

    private static DistrictMonth month(MonthTotals totals, List<Target> targets) {
        return new DistrictMonth(
                totals.month(),
                totals.expected(),
                totals.reported(),
                totals.counts(),
                RoundedRates.of(totals.counts(), targets));
    }

    private static @Nullable RemainingYear remaining(PeriodResults found, Owed owes, @Nullable Long rest) {
        Counts soFar = found.results().district().counts();
        return soFar == null || !found.reachesTheLatest() ? null : RemainingYear.of(owes, found.last(), soFar, rest);
    }

    private static List<Outlook> outlooks(ScopeResults district, @Nullable RemainingYear remaining) {
        Counts soFar = district.counts();
        return soFar == null || soFar.dossiersReceived() == 0 || remaining == null
                ? List.of()
                : district.overallTargets().stream()
                        .map(target -> Outlook.of(target, soFar, remaining))
                        .toList();
    }

    /** The lowest missed target decides whom to call, or the highest when none is missed. */
    static Optional<Target> decisive(ScopeResults district) {
        Rate rate = district.indicator(Indicator.OVERALL).rate();
        if (rate == null || !rate.arisen()) {
            return Optional.empty();
        }
        List<Verdict> ascending = district.verdicts().stream()
                .filter(it -> it.target().indicator() == Indicator.OVERALL
                        && it.target().threshold() != null
                        && it.target().scope().coversUnits())
                .sorted(Comparator.comparing(Verdict::required))
                .toList();
        return ascending.stream()
                .filter(it -> it.status() == VerdictStatus.NOT_MET)
                .findFirst()
                .or(() -> ascending.stream().reduce((lower, higher) -> higher))
                .map(Verdict::target);
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<GapResults> gap(
            PeriodRequest asked, @Nullable Long targetId, @Nullable WhatIfAssumption assumption, CurrentUser reader) {
        return years.period(asked, reader).map(found -> {
            ScopeResults district = found.results().district();
            List<Target> targets = district.overallTargets();
            Optional<Target> target = decisive(district).map(decisive -> targets.stream()
                    .filter(each -> targetId != null && each.id() == targetId)
                    .findFirst()
                    .orElse(decisive));
            List<ScopeResults> units = found.results().units();
            return new GapResults(
                    found.results(),
                    found.years(),
                    targets,
                    target.map(it -> GapContributions.of(it, district, units)).orElse(null),
                    assumption == null || target.isEmpty() ? null : WhatIf.of(assumption, district, units));
        });
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<PaperResults> paper(PeriodRequest asked, CurrentUser reader) {
        return years.period(asked, reader).map(found -> paper(found, asked.viewpoint()));
    }

    private PaperResults paper(PeriodResults found, AsOf viewpoint) {
        YearResults results = found.results();
        List<YearMonth> months = results.period().months();
        Map<Long, Map<YearMonth, Counts>> byUnit = new HashMap<>();
        Map<YearMonth, Counts> together = new TreeMap<>();
        for (UnitMonthCounts each : monthly.byUnitAndMonth(results.period(), viewpoint)) {
            byUnit.computeIfAbsent(each.unitId(), id -> new TreeMap<>()).put(each.month(), each.counts());
            together.merge(each.month(), each.counts(), Counts::plus);
        }
        List<PaperSeries> units = new ArrayList<>();
        for (ScopeResults unit : results.units()) {
            units.add(PaperSeries.of(unit.unitId(), unit.name(), months, byUnit.getOrDefault(unit.unitId(), Map.of())));
        }
        units.sort(Comparator.comparing(PaperSeries::paper).reversed());
        return new PaperResults(
                results,
                found.years(),
                months,
                List.copyOf(units),
                PaperSeries.of(null, results.district().name(), months, together));
    }
}
