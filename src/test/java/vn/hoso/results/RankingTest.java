package vn.hoso.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.hoso.rates.Counts;
import vn.hoso.rates.Indicator;
import vn.hoso.rates.Rate;
import vn.hoso.results.Ranking.Ranked;

class RankingTest {

    @Test
    void unitsOfEqualRateShareAPlaceAndTheNextCountsThemAll() {
        Ranking found =
                of(Map.of(), unit(1, 40, 100), unit(2, 90, 100), unit(3, 60, 80), unit(4, 75, 100), unit(5, 30, 100));

        assertThat(found.communes()).extracting(it -> it.unit().unitId()).containsExactly(2L, 3L, 4L, 1L, 5L);
        assertThat(found.communes()).extracting(Ranked::place).containsExactly(1, 2, 2, 4, 5);
    }

    @Test
    void equalRatesAreDecidedWithoutRounding() {
        // 0,333333333333 is equal to a third in twelve digits, and below it.
        Ranking found = of(Map.of(), unit(1, 333_333_333_333L, 1_000_000_000_000L), unit(2, 10, 30), unit(3, 20, 60));
        assertThat(found.communes()).extracting(it -> it.unit().unitId()).containsExactly(2L, 3L, 1L);
        assertThat(found.communes()).extracting(Ranked::place).containsExactly(1, 1, 3);
    }

    @Test
    void thirtyDossiersGiveAPlaceAndTwentyNineDoNot() {
        Ranking found = of(Map.of(), unit(1, 29, 29), unit(2, 0, 30), unit(3, 15, 31));

        assertThat(found.communes()).extracting(it -> it.unit().unitId()).containsExactly(3L, 2L);
        assertThat(found.small()).extracting(ScopeResults::unitId).containsExactly(1L);
    }

    @Test
    void tellsZeroFromNothingArisenAndFromNotReported() {
        Ranking found = of(Map.of(), unit(1, 0, 30), unit(2, 0, 0), silent(3));

        assertThat(found.communes()).extracting(it -> it.unit().unitId()).containsExactly(1L);
        assertThat(found.nothingArisen()).extracting(ScopeResults::unitId).containsExactly(2L);
        assertThat(found.notReported()).extracting(ScopeResults::unitId).containsExactly(3L);
        assertThat(found.small()).isEmpty();
    }

    @Test
    void aUnitWithoutThePaymentPairHasNotReportedIt() {
        Ranking found = Ranking.of(Indicator.ONLINE_PAYMENT, List.of(unit(1, 20, 100)), Map.of());

        assertThat(found.notReported()).hasSize(1);
    }

    @Test
    void saysHowManyPlacesAUnitMoved() {
        Ranking found =
                of(Map.of(1L, 3, 2L, 1, 3L, 3), unit(1, 90, 100), unit(2, 80, 100), unit(3, 70, 100), unit(4, 60, 100));

        assertThat(found.communes()).extracting(Ranked::up).containsExactly(2, -1, 0, 0);
        assertThat(found.communes()).extracting(Ranked::before).containsExactly(3, 1, 3, null);
    }

    @Test
    void placesOfThePeriodBeforeFollowTheSameRule() {
        assertThat(Ranking.places(Map.of(
                        1L, new Rate(50, 100), 2L, new Rate(30, 60), 3L, new Rate(29, 29), 4L, new Rate(10, 100))))
                .isEqualTo(Map.of(1L, 1, 2L, 1, 4L, 3));
    }

    @Test
    void communesAndOfficesAreRankedApart() {
        // The offices lie above, between and below; without them the communes stand 1, 2, 2, 4.
        Ranking found = of(
                Map.of(5L, 2, 7L, 3),
                unit(1, 40, 100),
                unit(2, 90, 100),
                unit(3, 60, 80),
                unit(4, 75, 100),
                office(5, 95, 100),
                office(6, 75, 100),
                office(7, 95, 100),
                office(8, 29, 29));

        assertThat(found.communes()).extracting(it -> it.unit().unitId()).containsExactly(2L, 3L, 4L, 1L);
        assertThat(found.communes()).extracting(Ranked::place).containsExactly(1, 2, 2, 4);
        assertThat(found.offices()).extracting(it -> it.unit().unitId()).containsExactly(5L, 7L, 6L);
        assertThat(found.offices()).extracting(Ranked::place).containsExactly(1, 1, 3);
        assertThat(found.offices()).extracting(Ranked::up).containsExactly(1, 2, 0);
        assertThat(found.small()).extracting(ScopeResults::unitId).containsExactly(8L);
    }

    @Test
    void aTownshipIsRankedAmongTheCommunes() {
        Ranking found = of(
                Map.of(),
                SampleResults.scope("T", "Thị trấn Diêu Trì", 1L, counts(9, 30), Map.of(), List.of(), 1, 1),
                unit(2, 10, 30));

        assertThat(found.communes()).extracting(it -> it.unit().unitId()).containsExactly(2L, 1L);
        assertThat(found.offices()).isEmpty();
    }

    private static Ranking of(Map<Long, Integer> before, ScopeResults... units) {
        return Ranking.of(Indicator.OVERALL, List.of(units), before);
    }

    private static ScopeResults unit(long id, long online, long received) {
        return scope(id, counts(online, received));
    }

    private static ScopeResults office(long id, long online, long received) {
        return SampleResults.scope("P" + id, "Phòng " + id, id, counts(online, received), Map.of(), List.of(), 1, 1);
    }

    private static Counts counts(long online, long received) {
        return new Counts(0, 0, received, online, received, online, null);
    }

    private static ScopeResults silent(long id) {
        return scope(id, null);
    }

    private static ScopeResults scope(long id, @Nullable Counts counts) {
        return SampleResults.scope("X" + id, "Xã " + id, id, counts, Map.of(), List.of(), 1, counts == null ? 0 : 1);
    }
}
