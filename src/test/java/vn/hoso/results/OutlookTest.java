package vn.hoso.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hoso.period.ReportingCalendar;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.rates.Counts;
import vn.hoso.results.Remaining.Basis;

class OutlookTest {

    private static final YearMonth SEPTEMBER = YearMonth.of(2024, 9);

    /** One step either side of every boundary; the target is 60 %, {@code eligible} the part of {@code rest}. */
    @ParameterizedTest(name = "{0}/{1} so far, {2} to come, {3} of them eligible: {4} needed, {5}")
    @CsvSource({
        "60, 100, 0, 0, 0, CERTAIN",
        "59, 100, 0, 0, 1, OUT_OF_REACH",
        "99, 100, 65, 65, 0, CERTAIN",
        "99, 100, 66, 66, 1, ON_TRACK",
        "60, 100, 100, 100, 60, ON_TRACK",
        "59, 100, 100, 100, 61, MUST_SPEED_UP",
        "60, 100, 1, 1, 1, MUST_SPEED_UP",
        "60, 100, 100, 60, 60, ON_TRACK",
        "60, 100, 100, 59, 60, OUT_OF_REACH",
        "50, 100, 100, 70, 70, MUST_SPEED_UP",
        "50, 100, 100, 69, 70, OUT_OF_REACH",
        "0, 100, 100, 100, 120, OUT_OF_REACH",
    })
    void tellsTheFourStatesApartExactly(
            long online, long received, long rest, long eligible, long needed, Outlook.State state) {
        Remaining remaining =
                new Remaining(YearMonth.of(2024, 10), YearMonth.of(2024, 12), rest, eligible, Basis.GIVEN, 0, 0);

        Outlook outlook = Outlook.of(SampleResults.QD2679, counts(online, received), remaining);

        assertThat(outlook.needed()).isEqualTo(needed);
        assertThat(outlook.state()).isEqualTo(state);
    }

    @Test
    void looksAheadFromTheDemonstrationsSeptember() {
        Counts soFar = SampleResults.provisional2024().district().counts();
        Remaining remaining =
                new RemainingVolume(toDate(SEPTEMBER), soFar, SampleResults.monthsUntil(SEPTEMBER), null).expected();

        assertThat(remaining)
                .isEqualTo(new Remaining(
                        YearMonth.of(2024, 10),
                        YearMonth.of(2024, 12),
                        12_737,
                        8_585,
                        Basis.SAME_MONTHS_LAST_YEAR,
                        69,
                        69));
        assertThat(Outlook.of(SampleResults.QD2679, soFar, remaining))
                .isEqualTo(
                        new Outlook(SampleResults.QD2679, 7_853, new BigDecimal("61.66"), Outlook.State.MUST_SPEED_UP));
        assertThat(Outlook.of(SampleResults.NQ17, soFar, remaining))
                .isEqualTo(new Outlook(SampleResults.NQ17, 2_806, new BigDecimal("22.03"), Outlook.State.ON_TRACK));
    }

    @Test
    void expectsWhatTheReaderSays() {
        Remaining remaining = new RemainingVolume(
                        toDate(SEPTEMBER), counts(50, 90), SampleResults.monthsUntil(SEPTEMBER), 31L)
                .expected();

        assertThat(remaining.dossiers()).isEqualTo(31);
        assertThat(remaining.basis()).isEqualTo(Basis.GIVEN);
    }

    @ParameterizedTest(name = "{0} dossiers in 9 months leave {1} for three")
    @CsvSource({"90, 30", "91, 30", "92, 31", "4, 1", "5, 2", "0, 0"})
    void expectsTheMeanMonthWhereLastYearHoldsNoFigures(long received, long expected) {
        List<DistrictMonth> months = IntStream.rangeClosed(0, 11)
                .mapToObj(i -> YearMonth.of(2023, 10).plusMonths(i))
                .map(month -> month(month, month.getYear() == 2024 ? counts(0, 1) : null))
                .toList();

        Remaining remaining = new RemainingVolume(toDate(SEPTEMBER), counts(0, received), months, null).expected();

        assertThat(remaining.dossiers()).isEqualTo(expected);
        assertThat(remaining.basis()).isEqualTo(Basis.MEAN_OF_THIS_YEAR);
    }

    @Test
    void aMonthNobodyReportedDoesNotLowerTheMean() {
        List<DistrictMonth> months = IntStream.rangeClosed(0, 11)
                .mapToObj(i -> YearMonth.of(2023, 10).plusMonths(i))
                .map(month ->
                        month(month, month.getYear() == 2024 && month.getMonthValue() != 2 ? counts(0, 10) : null))
                .toList();

        assertThat(new RemainingVolume(toDate(SEPTEMBER), counts(0, 80), months, null)
                        .expected()
                        .dossiers())
                .isEqualTo(30);
    }

    @Test
    void nothingRemainsInDecember() {
        Remaining remaining = new RemainingVolume(
                        toDate(YearMonth.of(2024, 12)), counts(50, 90), SampleResults.monthsUntil(SEPTEMBER), 500L)
                .expected();

        assertThat(remaining.over()).isTrue();
        assertThat(remaining.dossiers()).isZero();
    }

    private static ReportingPeriod toDate(YearMonth month) {
        return ReportingPeriod.yearToDate(month, ReportingCalendar.CALENDAR_MONTHS);
    }

    private static DistrictMonth month(YearMonth month, @Nullable Counts counts) {
        return new DistrictMonth(month, 1, counts == null ? 0 : 1, counts, RoundedRates.of(counts, List.of()));
    }

    private static Counts counts(long online, long received) {
        return new Counts(0, 0, received, online, received, online, null);
    }
}
