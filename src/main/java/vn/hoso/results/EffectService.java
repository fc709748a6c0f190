package vn.hoso.results;

import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.figures.AsOf;
import vn.hoso.rates.Counts;
import vn.hoso.targets.Target;

@Service
class EffectService implements EffectQuery {

    private final MonthlyTotals monthly;

    EffectService(MonthlyTotals monthly) {
        this.monthly = monthly;
    }

    /** One month of the district (null) or of a unit. */
    private record Place(@Nullable Long unitId, YearMonth month) {}

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<Effect> of(Collection<Asked> asked) {
        if (asked.isEmpty()) {
            return List.of();
        }
        List<YearMonth> months = asked.stream()
                .map(Asked::month)
                .sorted(Comparator.naturalOrder())
                .toList();
        YearMonth last = months.get(months.size() - 1).plusMonths(MONTHS);
        List<Long> units = asked.stream()
                .map(Asked::unitId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<Place, Counts> known = new HashMap<>();
        monthly.byMonth(months.get(0), last, AsOf.NOW).forEach(each -> {
            if (each.counts() != null) {
                known.put(new Place(null, each.month()), each.counts());
            }
        });
        monthly.ofUnits(units, months.get(0), last)
                .forEach(each -> known.put(new Place(each.unitId(), each.month()), each.counts()));
        return asked.stream().map(each -> effect(each, known)).toList();
    }

    private static Effect effect(Asked asked, Map<Place, Counts> known) {
        List<Counts> after = IntStream.rangeClosed(1, MONTHS)
                .mapToObj(each ->
                        known.get(new Place(asked.unitId(), asked.month().plusMonths(each))))
                .filter(Objects::nonNull)
                .toList();
        return of(asked.target(), known.get(new Place(asked.unitId(), asked.month())), after);
    }

    /**
     * Compares.
     *
     * @param before the month's counts, null where it holds none
     * @param after the counts of those of the three months that hold some
     */
    static Effect of(Target target, @Nullable Counts before, List<Counts> after) {
        Counts together = after.isEmpty() ? null : after.stream().reduce(Counts.NONE, Counts::plus);
        return new Effect(RateChange.between(rounded(target, before), rounded(target, together)), after.size());
    }

    private static IndicatorResult rounded(Target target, @Nullable Counts counts) {
        return RoundedRates.of(counts, List.of(target)).of(target.indicator());
    }
}
