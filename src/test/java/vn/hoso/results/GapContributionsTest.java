package vn.hoso.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.hoso.rates.Counts;
import vn.hoso.rates.Rate;
import vn.hoso.results.GapContributions.GapContribution;
import vn.hoso.results.GapContributions.Most;

class GapContributionsTest {

    private static final ScopeResults LOW = unit("Xã A", 40, 100);
    private static final ScopeResults MIDDLE = unit("Xã B", 55, 100);
    private static final ScopeResults AT_TARGET = unit("Xã C", 60, 100);
    private static final ScopeResults HIGH = unit("Xã D", 90, 100);
    private static final ScopeResults SILENT = SampleResults.scope("E", "Xã E", 5L, null, Map.of(), List.of(), 1, 0);

    @Test
    void addsUpToTheDistrictsGapExactly() {
        GapContributions found = of(unit("Huyện", 245, 400), HIGH, AT_TARGET, LOW, SILENT, MIDDLE);

        assertThat(found.units()).extracting(it -> it.unit().name()).containsExactly("Xã A", "Xã B", "Xã C", "Xã D");
        assertThat(found.units()).extracting(it -> it.gap().intValueExact()).containsExactly(2000, 500, 0, -3000);
        assertThat(found.gap()).isEqualByComparingTo("-500");
        assertThat(found.unallocated()).isEqualByComparingTo("0");
        assertThat(found.units().get(0).rate()).isEqualTo(new Rate(40, 100));
    }

    @Test
    void sharesOutWhatTheUnitsBelowTheTargetLack() {
        GapContributions found = of(unit("Huyện", 245, 400), HIGH, AT_TARGET, LOW, MIDDLE);

        assertThat(found.units())
                .extracting(GapContribution::share)
                .containsExactly(new BigDecimal("80.00"), new BigDecimal("20.00"), null, null);
        assertThat(found.units())
                .extracting(GapContribution::cumulative)
                .containsExactly(new BigDecimal("80.00"), new BigDecimal("100.00"), null, null);
        // Exactly four fifths are enough.
        assertThat(found.most()).isEqualTo(new Most(1, new BigDecimal("80.00")));
    }

    @Test
    void oneStepBelowFourFifthsTakesAnotherUnit() {
        GapContributions found = of(unit("Huyện", 95, 201), LOW, unit("Xã B", 55, 101));

        assertThat(found.units().get(0).cumulative()).isLessThan(new BigDecimal("80"));
        assertThat(found.most()).isEqualTo(new Most(2, new BigDecimal("100.00")));
    }

    @Test
    void nobodyIsMostOfNothing() {
        assertThat(of(HIGH, HIGH).most()).isNull();
    }

    @Test
    void thePlansYearSplitsWithoutARemainder() {
        YearResults year = SampleResults.demonstration2023();
        GapContributions found = GapContributions.of(SampleResults.QD2679, year.district(), year.units());

        assertThat(found.gap()).isEqualByComparingTo("637840");
        assertThat(found.dossiers()).isEqualTo(6_379);
        assertThat(found.units()).hasSize(23);
        assertThat(found.units().stream().map(GapContribution::gap).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("637840");
        assertThat(found.unallocated()).isEqualByComparingTo("0");
    }

    @Test
    void whatNoUnitExplainsStaysUnallocated() {
        YearResults published = SampleResults.published2023();
        GapContributions found = GapContributions.of(SampleResults.QD2679, published.district(), published.units());

        assertThat(found.units()).isEmpty();
        assertThat(found.unallocated()).isEqualByComparingTo("637840");

        ScopeResults district = unit("Huyện", 100, 250);
        assertThat(of(district, LOW, MIDDLE).unallocated()).isEqualByComparingTo("2500");
        assertThat(of(district, LOW, MIDDLE).unallocatedDossiers()).isEqualTo(25);
    }

    @Test
    void aPartOfADossierIsOneAsInTheVerdict() {
        // 60% of 7 are 4,2 and of 8 are 4,8: 2,2 and 2,8 are lacking, and 0,2 are too many of 3.
        ScopeResults two = unit("Xã A", 2, 7);
        ScopeResults alsoTwo = unit("Xã B", 2, 8);
        ScopeResults more = unit("Xã C", 2, 3);
        GapContributions found = of(unit("Huyện", 6, 18), two, alsoTwo, more);

        assertThat(found.units()).extracting(it -> it.gap().intValueExact()).containsExactly(280, 220, -20);
        assertThat(found.units()).extracting(GapContribution::dossiers).containsExactly(3L, 3L, 0L);
        assertThat(found.units()).allSatisfy(each -> assertThat(Math.max(0, each.dossiers()))
                .isEqualTo(each.unit().verdicts().stream()
                        .filter(it -> it.target().equals(SampleResults.QD2679))
                        .findFirst()
                        .orElseThrow()
                        .shortBy()));
        // 4,8 of the district are 5; the units say 6, and the rounding is told.
        assertThat(found.dossiers()).isEqualTo(5);
        assertThat(found.rounding()).isEqualTo(-1);
        assertThat(of(unit("Huyện", 40, 100), LOW).rounding()).isZero();
    }

    @Test
    void wholeDossiersOfThePlansYearAddUpWithTheirRounding() {
        YearResults year = SampleResults.demonstration2023();
        for (var target : List.of(SampleResults.NQ17, SampleResults.QD2679)) {
            GapContributions found = GapContributions.of(target, year.district(), year.units());
            long units =
                    found.units().stream().mapToLong(GapContribution::dossiers).sum();

            assertThat(units + found.unallocatedDossiers() + found.rounding()).isEqualTo(found.dossiers());
            assertThat(found.rounding()).isBetween(-23L, 0L);
        }
        assertThat(GapContributions.of(SampleResults.NQ17, year.district(), year.units())
                        .dossiers())
                .isEqualTo(1_553);
    }

    private static GapContributions of(ScopeResults district, ScopeResults... units) {
        return GapContributions.of(SampleResults.QD2679, district, List.of(units));
    }

    private static ScopeResults unit(String name, long online, long received) {
        @Nullable Counts counts = new Counts(0, 0, received, online, received, online, null);
        return SampleResults.scope(name, name, 1L, counts, Map.of(), List.of(), 1, 1);
    }
}
