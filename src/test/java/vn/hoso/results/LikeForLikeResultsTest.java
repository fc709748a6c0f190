package vn.hoso.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.hoso.period.ReportingCalendar;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.rates.Counts;
import vn.hoso.rates.Indicator;
import vn.hoso.rates.Rate;
import vn.hoso.results.LikeForLikeResults.LeftOut;
import vn.hoso.results.MonthlyResultTotals.Mate;
import vn.hoso.results.MonthlyResultTotals.PairedSum;

class LikeForLikeResultsTest {

    private static final ReportingPeriod QUARTER =
            new ReportingPeriod(YearMonth.of(2024, 7), YearMonth.of(2024, 9), ReportingCalendar.CALENDAR_MONTHS);

    @Test
    void comparesOnlyWhatBothYearsHold() {
        LikeForLikeResults found = of(
                sum(1, false, true, 3, 40, 100),
                sum(1, true, true, 3, 50, 100),
                sum(2, true, true, 2, 30, 100),
                sum(2, false, true, 2, 20, 100),
                sum(2, true, false, 1, 100, 100),
                sum(3, false, false, 2, 0, 100),
                sum(4, false, false, 1, 0, 100),
                sum(4, true, false, 1, 0, 100),
                sum(5, false, Mate.IN_PART, 2, 0, 100),
                sum(5, true, Mate.IN_PART, 2, 0, 100));

        assertThat(found.before().from()).isEqualTo(YearMonth.of(2023, 7));
        assertThat(found.before().to()).isEqualTo(YearMonth.of(2023, 9));
        assertThat(found.units()).isEqualTo(2);
        assertThat(found.months()).isEqualTo(5);
        assertThat(found.change().before().rate()).isEqualTo(new Rate(60, 200));
        assertThat(found.change().after().rate()).isEqualTo(new Rate(80, 200));
        assertThat(found.change().points()).isEqualTo(new BigDecimal("10.00"));
        assertThat(found.split().rate()).isEqualTo(new BigDecimal("10.00"));
        assertThat(found.leftOut())
                .containsExactly(
                        new LeftOut("Xã 2", 1, 0, 0),
                        new LeftOut("Xã 3", 0, 2, 0),
                        new LeftOut("Xã 4", 1, 1, 0),
                        new LeftOut("Xã 5", 0, 0, 2));
    }

    @Test
    void saysNothingWhereNoMonthHasBoth() {
        LikeForLikeResults found = of(sum(1, true, false, 3, 40, 100));

        assertThat(found.change()).isNull();
        assertThat(found.split()).isNull();
        assertThat(found.units()).isZero();
        assertThat(found.nothingBefore()).isTrue();
        assertThat(of(sum(1, true, false, 3, 40, 100), sum(2, false, false, 1, 4, 10))
                        .nothingBefore())
                .as("another unit's month of the year before is known")
                .isFalse();
        assertThat(of(sum(1, true, Mate.IN_PART, 3, 40, 100)).nothingBefore()).isFalse();
    }

    @Test
    void nothingArisenInOneYearHasNoReason() {
        LikeForLikeResults found = of(sum(1, false, true, 3, 0, 0), sum(1, true, true, 3, 40, 100));

        assertThat(found.change().points()).isNull();
        assertThat(found.split()).isNull();
    }

    private static LikeForLikeResults of(PairedSum... sums) {
        return LikeForLikeResults.of(QUARTER.yearBefore(), Indicator.OVERALL, List.of(sums), List.of());
    }

    private static PairedSum sum(long unit, boolean later, boolean paired, int months, long online, long received) {
        return sum(unit, later, paired ? Mate.REPORTED : Mate.NONE, months, online, received);
    }

    private static PairedSum sum(long unit, boolean later, Mate mate, int months, long online, long received) {
        return new PairedSum(
                unit, "Xã " + unit, later, mate, months, new Counts(0, 0, received, online, received, online, null));
    }
}
