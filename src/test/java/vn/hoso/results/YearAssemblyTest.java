package vn.hoso.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hoso.organisation.SampleOrganisations;
import vn.hoso.period.ReportingCalendar;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.rates.Counts;
import vn.hoso.rates.Indicator;
import vn.hoso.rates.Rate;
import vn.hoso.results.ResultCaveat.ClassDiffers;
import vn.hoso.results.ResultCaveat.PublishedDiffers;
import vn.hoso.results.ResultTotals.PublishedYear;
import vn.hoso.results.UnitResultTotals.UnitState;
import vn.hoso.targets.Target;
import vn.hoso.targets.TargetInForce;
import vn.hoso.targets.TargetRule;
import vn.hoso.targets.TargetScope;
import vn.hoso.targets.Verdict;
import vn.hoso.targets.VerdictDecision;
import vn.hoso.targets.VerdictStatus;
import vn.hoso.units.SampleKinds;
import vn.hoso.units.Unit;

/** What is said of the whole is not said of its units, and what disagrees is named. */
class YearAssemblyTest {

    private static final ReportingPeriod YEAR = ReportingPeriod.year(2023, ReportingCalendar.CALENDAR_MONTHS);

    @Test
    void confirmsOfTheWholeOnlyTheWhole() {
        VerdictDecision decision = new VerdictDecision(
                VerdictStatus.MET, null, new Rate(9, 10), LocalDate.of(2023, 12, 31), "Lê An", Instant.EPOCH);
        YearResults results = results(
                null,
                new TargetInForce(target(TargetRule.HAS_ARISEN), decision),
                totals(1, new Counts(10, 9, 0, 0, 10, 9, null)),
                totals(2, new Counts(10, 0, 0, 0, 10, 0, null)),
                totals(3, null));

        assertThat(results.district().verdicts())
                .singleElement()
                .returns(VerdictStatus.MET, Verdict::status)
                .returns(decision, Verdict::decision);
        assertThat(results.units())
                .flatExtracting(ScopeResults::verdicts)
                .allSatisfy(verdict -> assertThat(verdict.decision()).isNull())
                .extracting(Verdict::status)
                .containsExactly(VerdictStatus.MET, VerdictStatus.NOT_MET, VerdictStatus.NOT_ASSESSED);
    }

    @Test
    void namesTheClassesThatDisagreeWhereTheTotalsAgree() {
        TargetInForce target = new TargetInForce(target(TargetRule.AT_LEAST), null);
        UnitResultTotals summed = totals(1, new Counts(10, 9, 20, 8, 50, 17, null));

        assertThat(differing(results(new Counts(12, 10, 18, 7, 50, 17, null), target, summed)))
                .isEqualTo(new PublishedDiffers(
                        17,
                        17,
                        50,
                        50,
                        List.of(
                                new ClassDiffers(Indicator.FULL_PROCESS, 10, 12, 9, 10),
                                new ClassDiffers(Indicator.PARTIAL, 7, 18, 8, 20))));
        assertThat(differing(results(new Counts(10, 9, 21, 8, 50, 17, null), target, summed))
                        .classes())
                .containsExactly(new ClassDiffers(Indicator.PARTIAL, 8, 21, 8, 20));
        assertThat(differing(results(new Counts(12, 10, 18, 7, 60, 17, null), target, summed))
                        .classes())
                .isEmpty();
    }

    /** A merged commune mostly takes the name of one of its own: whose figures are whose must be seen in every list. */
    @Test
    void unitsOfOneNameAreToldApart() {
        List<YearMonth> months = YEAR.months();
        UnitResultTotals former = named(1, "Xã Bản Bo", months.subList(0, 6), true);
        UnitResultTotals born = named(2, "Xã Bản Bo", months.subList(6, 12), false);
        UnitResultTotals ended = named(3, "Trung tâm Một cửa", months.subList(0, 3), false);
        UnitResultTotals founded = named(4, "Trung tâm Một cửa", months, false);
        UnitResultTotals here = named(5, "Xã Hòa Bình", months.subList(0, 6), true);
        UnitResultTotals there = named(6, "Xã Hòa Bình", months.subList(0, 6), true);
        UnitResultTotals after = named(7, "Xã Hòa Bình", months.subList(6, 12), false);
        UnitResultTotals other = named(8, "Xã Pa Ủ", months.subList(0, 6), true);

        assertThat(results(
                                null,
                                new TargetInForce(target(TargetRule.AT_LEAST), null),
                                former,
                                born,
                                ended,
                                founded,
                                here,
                                there,
                                after,
                                other)
                        .units())
                .extracting(ScopeResults::name)
                .containsExactly(
                        "Xã Bản Bo (cũ)",
                        "Xã Bản Bo",
                        "Trung tâm Một cửa (cũ)",
                        "Trung tâm Một cửa",
                        "Xã Hòa Bình (cũ, mã 21965)",
                        "Xã Hòa Bình (cũ, mã 21966)",
                        "Xã Hòa Bình",
                        "Xã Pa Ủ");
    }

    /** A verdict is final once every return that it rests on is in and approved, whoever else lacks one. */
    @ParameterizedTest(name = "{0} of 12 in, {1} approved, published {2}: the unit provisional {3}, the whole {4}")
    @CsvSource({
        "12, 12, false, false, false",
        "12, 11, false, true, true",
        "12, 0, false, true, true",
        "11, 11, false, true, true",
        "11, 10, false, true, true",
        "13, 13, false, false, false",
        "12, 12, true, false, false",
        "12, 11, true, true, false",
        "11, 11, true, true, false",
    })
    void aVerdictIsFinalWhenAllItsReturnsAreInAndApproved(
            int reported, int approved, boolean published, boolean ofUnit, boolean ofWhole) {
        Counts counts = new Counts(10, 9, 0, 0, 10, 9, null);
        YearResults results = results(
                published ? counts : null,
                new TargetInForce(target(TargetRule.AT_LEAST), null),
                totals(1, counts, reported, approved),
                totals(2, counts));

        assertThat(results.units())
                .flatExtracting(ScopeResults::verdicts)
                .extracting(Verdict::provisional)
                .containsExactly(ofUnit, false);
        assertThat(results.district().verdicts())
                .extracting(Verdict::provisional)
                .containsExactly(ofWhole);
    }

    private static UnitResultTotals named(long id, String name, List<YearMonth> there, boolean succeeded) {
        UnitResultTotals of = totals(id, new Counts(10, 9, 20, 8, 50, 17, null));
        return new UnitResultTotals(
                new Unit(id, of.unit().code(), name, of.unit().kind()),
                of.dueMonths(),
                there.size(),
                there,
                there.size(),
                there.size(),
                of.counts(),
                null,
                List.of(),
                new UnitState(succeeded, false, false, succeeded),
                null);
    }

    private static PublishedDiffers differing(YearResults results) {
        return results.openItems().stream()
                .filter(PublishedDiffers.class::isInstance)
                .map(PublishedDiffers.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static YearResults results(@Nullable Counts published, TargetInForce target, UnitResultTotals... totals) {
        return new YearAssembly(
                        YEAR,
                        published == null ? null : new PublishedYear(published, "Kế hoạch", null, YEAR),
                        List.of(totals),
                        List.of(totals),
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(target))
                .results(SampleOrganisations.TUY_PHUOC, false);
    }

    private static UnitResultTotals totals(long id, @Nullable Counts counts) {
        return totals(id, counts, counts == null ? 0 : 12, counts == null ? 0 : 12);
    }

    private static UnitResultTotals totals(long id, @Nullable Counts counts, int reported, int approved) {
        return new UnitResultTotals(
                new Unit(id, "2196" + id, "Xã số " + id, SampleKinds.COMMUNE),
                12,
                12,
                YEAR.months(),
                reported,
                approved,
                counts,
                null,
                List.of(),
                new UnitState(false, false, false, false),
                null);
    }

    private static Target target(TargetRule rule) {
        return new Target(
                1,
                "TT",
                "Hồ sơ toàn trình",
                null,
                Indicator.FULL_PROCESS,
                rule,
                rule == TargetRule.HAS_ARISEN ? null : new BigDecimal("80"),
                TargetScope.DISTRICT_AND_UNITS,
                false,
                LocalDate.of(2022, 3, 8),
                null,
                List.of());
    }
}
