package vn.hoso.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.hoso.rates.Counts;
import vn.hoso.rates.Rate;
import vn.hoso.results.Contributions.Most;

class ContributionsTest {

    private static final ScopeResults LOW = unit("Xã A", 40, 100);
    private static final ScopeResults MIDDLE = unit("Xã B", 55, 100);
    private static final ScopeResults AT_TARGET = unit("Xã C", 60, 100);
    private static final ScopeResults HIGH = unit("Xã D", 90, 100);
    private static final ScopeResults SILENT = SampleResults.scope("E", "Xã E", 5L, null, Map.of(), List.of(), 1, 0);

    @Test
    void addsUpToTheDistrictsGapExactly() {
        Contributions found = of(unit("Huyện", 245, 400), HIGH, AT_TARGET, LOW, SILENT, MIDDLE);

        assertThat(found.units()).extracting(it -> it.unit().name()).containsExactly("Xã A", "Xã B", "Xã C", "Xã D");
        assertThat(found.units()).extracting(it -> it.gap().intValueExact()).containsExactly(2000, 500, 0, -3000);
        assertThat(found.gap()).isEqualByComparingTo("-500");
        assertThat(found.unallocated()).isEqualByComparingTo("0");
        assertThat(found.units().get(0).rate()).isEqualTo(new Rate(40, 100));
    }

    @Test
    void sharesOutWhatTheUnitsBelowTheTargetLack() {
        Contributions found = of(unit("Huyện", 245, 400), HIGH, AT_TARGET, LOW, MIDDLE);

        assertThat(found.units())
                .extracting(Contribution::share)
                .containsExactly(new BigDecimal("80.00"), new BigDecimal("20.00"), null, null);
        assertThat(found.units())
                .extracting(Contribution::cumulative)
                .containsExactly(new BigDecimal("80.00"), new BigDecimal("100.00"), null, null);
        // Exactly four fifths are enough.
        assertThat(found.most()).isEqualTo(new Most(1, new BigDecimal("80.00")));
    }

    @Test
    void oneStepBelowFourFifthsTakesAnotherUnit() {
        Contributions found = of(unit("Huyện", 95, 201), LOW, unit("Xã B", 55, 101));

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
        Contributions found = Contributions.of(SampleResults.QD2679, year.district(), year.units());

        assertThat(found.gap()).isEqualByComparingTo("637840");
        assertThat(found.dossiers()).isEqualTo(new BigDecimal("6378.4"));
        assertThat(found.units()).hasSize(23);
        assertThat(found.units().stream().map(Contribution::gap).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("637840");
        assertThat(found.unallocated()).isEqualByComparingTo("0");
    }

    @Test
    void whatNoUnitExplainsStaysUnallocated() {
        YearResults published = SampleResults.published2023();
        Contributions found = Contributions.of(SampleResults.QD2679, published.district(), published.units());

        assertThat(found.units()).isEmpty();
        assertThat(found.unallocated()).isEqualByComparingTo("637840");

        ScopeResults district = unit("Huyện", 100, 250);
        assertThat(of(district, LOW, MIDDLE).unallocated()).isEqualByComparingTo("2500");
        assertThat(of(district, LOW, MIDDLE).unallocatedDossiers()).isEqualTo(new BigDecimal("25"));
    }

    private static Contributions of(ScopeResults district, ScopeResults... units) {
        return Contributions.of(SampleResults.QD2679, district, List.of(units));
    }

    private static ScopeResults unit(String name, long online, long received) {
        @Nullable Counts counts = new Counts(0, 0, received, online, received, online, null);
        return SampleResults.scope(name, name, 1L, counts, Map.of(), List.of(), 1, 1);
    }
}
