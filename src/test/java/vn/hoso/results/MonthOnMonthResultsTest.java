package vn.hoso.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hoso.rates.DataStatus;
import vn.hoso.rates.Rate;

class MonthOnMonthResultsTest {

    private static final YearMonth SEPTEMBER = YearMonth.of(2024, 9);

    @Test
    void comparesSeptemberWithAugust() {
        YearResults year = SampleResults.provisional2024();
        MonthOnMonthResults found =
                MonthOnMonthResults.of(year.period(), year.district(), SampleResults.monthsUntil(SEPTEMBER));

        assertThat(found).isNotNull();
        assertThat(found.toDate()).isNotNull();
        assertThat(found.toDate().before().rate()).isEqualTo(new Rate(19_719, 33_374));
        assertThat(found.toDate().points()).isEqualTo(new BigDecimal("0.36"));
        assertThat(found.alone().before().rate()).isEqualTo(new Rate(2_412, 3_886));
        assertThat(found.alone().after().rate()).isEqualTo(new Rate(2_712, 4_362));
        assertThat(found.targets()).extracting(it -> it.before().shortBy()).containsExactly(0L, 306L);
        assertThat(found.targets()).extracting(it -> it.after().shortBy()).containsExactly(0L, 211L);
    }

    @Test
    void saysNothingWhereThereIsNothingToCompare() {
        YearResults year = SampleResults.published2023();

        assertThat(MonthOnMonthResults.of(year.period(), year.district(), List.of()))
                .isNull();
    }

    @ParameterizedTest(name = "{0}/{1} to {2}/{3}: {4}")
    @CsvSource({
        "1, 3, 1, 3, 0.00, 0",
        "1, 3, 333333, 1000000, 0.00, -1",
        "0, 8, 1, 8, 12.50, 1",
        "1, 8, 0, 8, -12.50, -1",
        "0, 20000, 1, 20000, 0.01, 1",
        "1, 20000, 0, 20000, -0.01, -1",
    })
    void roundsTheExactDifference(long n0, long d0, long n1, long d1, BigDecimal points, int direction) {
        assertThat(ResultsRateChange.points(new Rate(n0, d0), new Rate(n1, d1))).isEqualTo(points);
        assertThat(ResultsRateChange.direction(new Rate(n0, d0), new Rate(n1, d1)))
                .isEqualTo(direction);
    }

    @Test
    void aSentenceNeverTellsOfAChangeOfNothing() {
        assertThat(ResultsRateChange.inProse(new Rate(1, 3), new Rate(333_333, 1_000_000)))
                .isEqualTo(new BigDecimal("-0.00003"));
        assertThat(ResultsRateChange.inProse(new Rate(49_997, 100_000), new Rate(50_001, 100_000)))
                .isEqualTo(new BigDecimal("0.004"));
        assertThat(ResultsRateChange.inProse(new Rate(1, 3), new Rate(2, 6))).isEqualTo(new BigDecimal("0.00"));
    }

    @ParameterizedTest(name = "{0} missing, {1} not approved: {2}")
    @CsvSource({
        "0, 0, OFFICIAL",
        "0, 1, PRELIMINARY",
        "1, 0, ESTIMATE",
        "1, 1, ESTIMATE",
    })
    void saysHowFinalAResultIs(long missing, long unapproved, DataStatus finality) {
        assertThat(DataStatus.of(missing, unapproved)).isEqualTo(finality);
    }
}
