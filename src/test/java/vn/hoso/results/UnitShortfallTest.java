package vn.hoso.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.hoso.rates.Counts;
import vn.hoso.rates.Indicator;
import vn.hoso.results.LeaderResults.UnitShortfall;
import vn.hoso.targets.Target;
import vn.hoso.targets.TargetEvaluator;
import vn.hoso.targets.TargetRule;
import vn.hoso.targets.TargetScope;
import vn.hoso.targets.TargetStep;

/** Whom to call: by the level that holds for each unit, which is not always that of all. */
class UnitShortfallTest {

    /** 60 % of all, but 90 % of unit 4 and 20 % of unit 1. */
    private static final Target COMMON =
            target(1, "COMMON", "60", TargetScope.DISTRICT_AND_UNITS, Indicator.OVERALL, 4, "90", 1, "20");

    private static final Target NAMED =
            target(2, "NAMED", null, TargetScope.NAMED_UNITS, Indicator.OVERALL, 3, "100", 2, "50");

    private static final Target PARTIAL =
            target(3, "PARTIAL", null, TargetScope.NAMED_UNITS, Indicator.PARTIAL, 3, "99", 5, "100");

    @Test
    void ranksEachUnitByTheLevelThatHoldsForIt() {
        List<ScopeResults> units =
                List.of(unit(1, 40), unit(2, 55), unit(3, 80), unit(4, 62), unit(5, 70), unit(6, 100));

        assertThat(shortfalls(units, COMMON))
                .extracting(
                        each -> each.unit().unitId(),
                        each -> each.verdict().target().code(),
                        each -> each.verdict().shortBy(),
                        UnitShortfall::share)
                .as("unit 1 meets its 20 %, unit 6 what is asked of all")
                .containsExactly(tuple(4L, "COMMON", 28L, null), tuple(2L, "COMMON", 5L, new BigDecimal("20.00")));
        assertThat(shortfalls(units, COMMON, NAMED))
                .extracting(
                        each -> each.unit().unitId(),
                        each -> each.verdict().target().code(),
                        each -> each.verdict().shortBy())
                .as("unit 2 meets the 50 % that it was given, and not the 60 % of all")
                .containsExactly(tuple(4L, "COMMON", 28L), tuple(3L, "NAMED", 20L), tuple(2L, "COMMON", 5L));
    }

    @Test
    void callsNobodyOfWhomNothingIsAsked() {
        List<ScopeResults> units = List.of(unit(1, 10), unit(2, 50), unit(3, 80), unit(5, 70));

        assertThat(shortfalls(units, NAMED))
                .extracting(each -> each.unit().unitId(), each -> each.verdict().shortBy(), UnitShortfall::share)
                .containsExactly(tuple(3L, 20L, null));
        assertThat(shortfalls(units)).isEmpty();
    }

    @Test
    void callsAUnitOnceAboutWhatItLacksMostOf() {
        assertThat(shortfalls(List.of(unit(3, 80), unit(5, 70)), NAMED, PARTIAL))
                .extracting(
                        each -> each.unit().unitId(),
                        each -> each.verdict().target().code(),
                        each -> each.verdict().shortBy())
                .as("of equal ones the first, and of equal units the order of documents")
                .containsExactly(tuple(5L, "PARTIAL", 30L), tuple(3L, "NAMED", 20L));
    }

    private static List<UnitShortfall> shortfalls(List<ScopeResults> units, Target... held) {
        List<ScopeResults> judged =
                units.stream().map(unit -> judgedBy(unit, held)).toList();
        Counts sum = units.stream()
                .map(unit -> Objects.requireNonNull(unit.counts()))
                .reduce(Counts.NONE, Counts::plus);
        ScopeResults district =
                judgedBy(SampleResults.scope("district", "Huyện", null, sum, Map.of(), List.of(), 1, 1), held);
        return UnitShortfall.of(judged, GapContributions.ofDecisive(district, judged));
    }

    private static ScopeResults judgedBy(ScopeResults scope, Target... held) {
        return new ScopeResults(
                scope.scope(),
                scope.name(),
                scope.unitId(),
                scope.kind(),
                scope.counts(),
                scope.rates(),
                Arrays.stream(held)
                        .filter(target -> target.judges(scope.unitId()))
                        .map(target -> TargetEvaluator.judge(target.heldAgainst(scope.unitId()), scope.counts(), null))
                        .toList(),
                List.of(),
                1,
                1);
    }

    private static ScopeResults unit(long id, long online) {
        Counts counts = new Counts(0, 0, 100, online, 100, online, null);
        return SampleResults.scope("U" + id, "Xã " + id, id, counts, Map.of(), List.of(), 1, 1);
    }

    private static Target target(
            long id, String code, @Nullable String percent, TargetScope scope, Indicator indicator, Object... levels) {
        List<TargetStep> steps = List.of(
                new TargetStep(((Number) levels[0]).longValue(), new BigDecimal((String) levels[1]), null),
                new TargetStep(((Number) levels[2]).longValue(), new BigDecimal((String) levels[3]), null));
        return new Target(
                id,
                code,
                code,
                null,
                indicator,
                TargetRule.AT_LEAST,
                percent == null ? null : new BigDecimal(percent),
                scope,
                false,
                LocalDate.of(2024, 1, 1),
                null,
                List.of(),
                steps,
                null);
    }
}
