package vn.hoso.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.hoso.figures.domain.ReturnStatus;
import vn.hoso.period.ReportingCalendar;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.rates.Count;
import vn.hoso.rates.Counts;
import vn.hoso.rates.Fraction;
import vn.hoso.results.MonthlyResultTotals.UnitMonthCounts;
import vn.hoso.results.UnitResultTotals.UnitState;
import vn.hoso.units.Lineage;
import vn.hoso.units.Lineage.Former;
import vn.hoso.units.Lineage.Part;
import vn.hoso.units.Lineage.Step;
import vn.hoso.units.Unit;
import vn.hoso.units.UnitKind;

/** Figures of units under the units that came of them: moved whole or in exact parts, and never more or less of them. */
class ResultsFoldingTest {

    private static final UnitKind COMMUNE = new UnitKind("xa", "xã", "Xã", List.of(), 2, false);

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

    private static final YearMonth JUNE = YearMonth.of(2024, 6);

    private static Unit unit(long id) {
        return new Unit(id, String.valueOf(20_000 + id), "Xã " + id, COMMUNE);
    }

    private static Step step(long from, long to, long numerator, long denominator, int year) {
        return new Step(
                from,
                "Xã " + from,
                null,
                unit(to),
                true,
                null,
                Fraction.of(numerator, denominator),
                LocalDate.of(year, 7, 1),
                "Nghị quyết " + year);
    }

    /** A unit that no act began stands behind its successor from its own first day, and one that no act ended until its last. */
    @Test
    void aUnitThatWasNotThereIsNotBehindItsSuccessor() {
        ResultsFolding folding = folding(new Step(
                1,
                "Xã 1",
                LocalDate.of(2024, 6, 1),
                unit(9),
                false,
                LocalDate.of(2026, 1, 1),
                Fraction.ONE,
                LocalDate.of(2025, 7, 1),
                "Nghị quyết"));

        assertThat(folding.behind(9, JUNE.minusMonths(1))).isEmpty();
        assertThat(folding.behind(9, JUNE)).containsExactly(1L);
        assertThat(folding.behind(9, YearMonth.of(2025, 7))).containsExactly(9L);
        assertThat(folding.behind(9, YearMonth.of(2026, 1))).isEmpty();
    }

    private static ResultsFolding folding(Step... latestFirst) {
        return new ResultsFolding(new Lineage(List.of(latestFirst)), TODAY);
    }

    private static UnitResultTotals totals(long id, Counts counts, boolean ended) {
        return new UnitResultTotals(
                unit(id),
                12,
                12,
                ReportingPeriod.year(2024, ReportingCalendar.CALENDAR_MONTHS).months(),
                counts == null ? 0 : 12,
                counts == null ? 0 : 11,
                counts,
                null,
                List.of(),
                new UnitState(true, false, ended, true),
                null);
    }

    private static Counts counts(long received, long online) {
        return new Counts(received, online, 0, 0, received, online, null);
    }

    private static Map<Long, UnitResultTotals> byUnit(List<UnitResultTotals> totals) {
        Map<Long, UnitResultTotals> byUnit = new HashMap<>();
        totals.forEach(each -> byUnit.put(each.unit().id(), each));
        return byUnit;
    }

    @Test
    void aMergedUnitHasTheSumOfThoseItCameOf() {
        List<UnitResultTotals> folded = folding(step(1, 9, 1, 1, 2025), step(2, 9, 1, 1, 2025))
                .totals(List.of(
                        totals(1, counts(10, 3), true),
                        totals(2, counts(20, 4), true),
                        totals(3, counts(5, 5), false)));

        assertThat(folded).extracting(each -> each.unit().id()).containsExactly(3L, 9L);
        UnitResultTotals merged = folded.get(1);
        assertThat(merged.counts()).isEqualTo(counts(30, 7));
        assertThat(merged.expectedMonths()).isEqualTo(24);
        assertThat(merged.past().estimated()).isFalse();
        assertThat(merged.past().origins())
                .extracting(UnitResultsPast.Origin::name)
                .containsExactly("Xã 1", "Xã 2");
        assertThat(merged.past().origins().get(0).instruments()).containsExactly("Nghị quyết 2025");
        assertThat(folded.get(0).past()).isNull();
    }

    @Test
    void aDividedUnitLeavesExactParts() {
        Map<Long, UnitResultTotals> folded = byUnit(folding(step(1, 8, 1, 3, 2025), step(1, 9, 2, 3, 2025))
                .totals(List.of(totals(1, counts(100, 50), true))));

        assertThat(folded.get(8L).counts().exactly(Count.DOSSIERS_RECEIVED)).isEqualTo(Fraction.of(100, 3));
        assertThat(folded.get(9L).counts().exactly(Count.DOSSIERS_RECEIVED)).isEqualTo(Fraction.of(200, 3));
        assertThat(folded.get(8L).counts().plus(folded.get(9L).counts())).isEqualTo(counts(100, 50));
        assertThat(folded.values()).allMatch(each -> each.past().estimated());
    }

    @Test
    void whatWasDividedAndCameTogetherAgainIsWhole() {
        List<UnitResultTotals> folded = folding(
                        step(8, 10, 1, 1, 2026),
                        step(9, 10, 1, 1, 2026),
                        step(1, 8, 1, 3, 2025),
                        step(1, 9, 2, 3, 2025))
                .totals(List.of(totals(1, counts(100, 50), true)));

        assertThat(folded).hasSize(1);
        assertThat(folded.get(0).counts()).isEqualTo(counts(100, 50));
        assertThat(folded.get(0).past().estimated()).isFalse();
        assertThat(folded.get(0).past().origins().get(0).instruments())
                .containsExactly("Nghị quyết 2025", "Nghị quyết 2026");
    }

    @Test
    void actsFollowOneAnotherAndOnlyThoseUntilTheDayCount() {
        Lineage lineage =
                new Lineage(List.of(step(9, 10, 1, 2, 2026), step(9, 11, 1, 2, 2026), step(1, 9, 1, 1, 2025)));

        assertThat(lineage.until(LocalDate.of(2024, 12, 31))).isEmpty();
        assertThat(lineage.until(LocalDate.of(2025, 7, 1)).get(1L))
                .extracting(Part::unitId)
                .containsExactly(9L);
        assertThat(lineage.until(TODAY).get(1L))
                .containsExactly(
                        new Part(10, Fraction.of(1, 2), List.of("Nghị quyết 2025", "Nghị quyết 2026")),
                        new Part(11, Fraction.of(1, 2), List.of("Nghị quyết 2025", "Nghị quyết 2026")));
        assertThat(lineage.wasThere(9, LocalDate.of(2025, 6, 30))).isFalse();
        assertThat(lineage.wasThere(9, LocalDate.of(2025, 7, 1))).isTrue();
        assertThat(lineage.wasThere(9, LocalDate.of(2026, 7, 1))).isFalse();
        assertThat(lineage.wasThere(1, LocalDate.of(2025, 6, 30))).isTrue();
    }

    @Test
    void theFormerUnitsOfAUnitAreThoseOfTheDayItBegan() {
        Lineage lineage = new Lineage(List.of(
                step(9, 10, 1, 2, 2026),
                step(9, 11, 1, 2, 2026),
                step(8, 11, 1, 1, 2026),
                step(1, 9, 1, 3, 2025),
                step(1, 8, 2, 3, 2025),
                step(2, 9, 1, 1, 2025)));

        assertThat(lineage.formers().keySet()).containsExactlyInAnyOrder(8L, 9L, 10L, 11L);
        assertThat(lineage.formers().get(9L))
                .containsExactlyInAnyOrder(
                        new Former(1, "Xã 1", Fraction.of(1, 3)), new Former(2, "Xã 2", Fraction.ONE));
        assertThat(lineage.formers().get(11L))
                .containsExactlyInAnyOrder(
                        new Former(1, "Xã 1", Fraction.of(5, 6)),
                        new Former(2, "Xã 2", Fraction.of(1, 2)),
                        new Former(8, "Xã 8", Fraction.ONE),
                        new Former(9, "Xã 9", Fraction.of(1, 2)));
    }

    @Test
    void aUnitThatEndedWithoutASuccessorStandsLast() {
        List<UnitResultTotals> folded = folding(step(2, 9, 1, 1, 2025))
                .totals(List.of(totals(1, counts(10, 3), true), totals(2, counts(20, 4), true)));

        assertThat(folded).extracting(each -> each.unit().id()).containsExactly(9L, 1L);
        assertThat(folded.get(1).past()).isEqualTo(new UnitResultsPast(true, List.of()));
    }

    @Test
    void aMonthIsAsFarAsTheReturnThatLagsMost() {
        List<UnitMonthResults> months = folding(step(1, 9, 1, 1, 2025), step(2, 9, 1, 1, 2025))
                .months(
                        9,
                        List.of(
                                new UnitMonthResults(1, JUNE, counts(3, 1), ReturnStatus.APPROVED, "nghỉ lễ"),
                                new UnitMonthResults(2, JUNE, counts(4, 2), ReturnStatus.RETURNED, null)));

        assertThat(months)
                .containsExactly(new UnitMonthResults(9, JUNE, counts(7, 3), ReturnStatus.RETURNED, "Xã 1: nghỉ lễ"));
    }

    /** A random past of units: merges, divisions, both one after the other. */
    private static final class RandomPast {
        private final Random random;
        private final List<Long> there =
                new ArrayList<>(LongStream.rangeClosed(1, 40).boxed().toList());
        private final List<Step> steps = new ArrayList<>();
        private long next = 41;

        private RandomPast(long seed) {
            this.random = new Random(seed);
        }

        private Long leaving() {
            return there.remove(random.nextInt(there.size()));
        }

        private void act(int number) {
            LocalDate day = LocalDate.of(2025, 1, 1).plusDays(number);
            List<Step> lines = new ArrayList<>();
            if (there.size() > 20 && random.nextBoolean()) {
                Unit merged = unit(next++);
                int parts = 2 + random.nextInt(4);
                for (int i = 0; i < parts; i++) {
                    Long from = leaving();
                    lines.add(
                            new Step(from, "Xã " + from, null, merged, true, null, Fraction.ONE, day, "NQ " + number));
                }
                there.add(merged.id());
            } else {
                Long from = leaving();
                int denominator = 2 + random.nextInt(6);
                int left = denominator;
                while (left > 0) {
                    int numerator = Math.min(left, 1 + random.nextInt(denominator - 1));
                    left -= numerator;
                    Unit part = unit(next++);
                    lines.add(new Step(
                            from,
                            "Xã " + from,
                            null,
                            part,
                            true,
                            null,
                            Fraction.of(numerator, denominator),
                            day,
                            "NQ " + number));
                    there.add(part.id());
                }
            }
            steps.addAll(0, lines);
        }
    }

    @Test
    void theWholeIsTheSameThroughFiveHundredActs() {
        for (long seed = 1; seed <= 3; seed++) {
            RandomPast past = new RandomPast(seed);
            for (int act = 1; act <= 600; act++) {
                past.act(act);
            }
            Random random = new Random(seed);
            List<UnitResultTotals> reported = LongStream.rangeClosed(1, 40)
                    .mapToObj(id -> totals(id, counts(500 + random.nextInt(500), random.nextInt(500)), true))
                    .toList();
            ResultsFolding folding = new ResultsFolding(new Lineage(past.steps), TODAY);
            List<UnitResultTotals> folded = folding.totals(reported);

            assertThat(sum(folded.stream())).isEqualTo(sum(reported.stream()));
            assertThat(folded).allMatch(each -> past.there.contains(each.unit().id()));
            assertThat(folded).isSortedAccordingTo(Comparator.comparing(each -> each.unit()
                    .code()));
            List<UnitMonthCounts> months = reported.stream()
                    .map(each -> new UnitMonthCounts(each.unit().id(), JUNE, each.counts()))
                    .toList();
            Map<Long, Counts> foldedMonths = new HashMap<>();
            folding.months(months).forEach(each -> foldedMonths.put(each.unitId(), each.counts()));
            assertThat(foldedMonths).hasSize(folded.size());
            folded.forEach(
                    each -> assertThat(foldedMonths.get(each.unit().id())).isEqualTo(each.counts()));
            folded.forEach(each -> assertThat(each.past().origins().stream()
                            .map(UnitResultsPast.Origin::counts)
                            .reduce(Counts.NONE, Counts::plus))
                    .isEqualTo(each.counts()));
        }
    }

    private static Counts sum(Stream<UnitResultTotals> totals) {
        return totals.map(UnitResultTotals::counts).reduce(Counts.NONE, Counts::plus);
    }
}
