package vn.hoso.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodSpanTest {

    @ParameterizedTest(name = "{0} of {1} is {2} to {3}")
    @CsvSource({
        "MONTH, 2024-09, 2024-09, 2024-09",
        "QUARTER, 2024-01, 2024-01, 2024-03",
        "QUARTER, 2024-03, 2024-01, 2024-03",
        "QUARTER, 2024-04, 2024-04, 2024-06",
        "QUARTER, 2024-12, 2024-10, 2024-12",
        "SIX_MONTHS, 2024-09, 2024-01, 2024-06",
        "NINE_MONTHS, 2024-02, 2024-01, 2024-09",
        "YEAR, 2024-02, 2024-01, 2024-12",
        "YEAR_TO_DATE, 2024-01, 2024-01, 2024-01",
        "YEAR_TO_DATE, 2024-09, 2024-01, 2024-09",
    })
    void coversItsMonths(PeriodSpan span, YearMonth month, YearMonth from, YearMonth to) {
        assertThat(span.of(month, ReportingCalendar.CALENDAR_MONTHS))
                .isEqualTo(new ReportingPeriod(from, to, ReportingCalendar.CALENDAR_MONTHS));
    }

    @Test
    void endsWhereFiguresEnd() {
        ReportingPeriod quarter = PeriodSpan.QUARTER.of(YearMonth.of(2024, 7), ReportingCalendar.DECREE_09);

        assertThat(quarter.until(YearMonth.of(2024, 8)).to()).isEqualTo(YearMonth.of(2024, 8));
        assertThat(quarter.until(YearMonth.of(2024, 9))).isEqualTo(quarter);
        assertThat(quarter.until(YearMonth.of(2024, 10))).isEqualTo(quarter);
    }

    @ParameterizedTest(name = "before {0} of {1} comes {2} to {3}")
    @CsvSource({
        "MONTH, 2024-09, 2024-08, 2024-08",
        "MONTH, 2024-01, 2023-12, 2023-12",
        "QUARTER, 2024-03, 2023-10, 2023-12",
        "QUARTER, 2024-04, 2024-01, 2024-03",
        "SIX_MONTHS, 2024-06, 2023-01, 2023-06",
        "NINE_MONTHS, 2024-09, 2023-01, 2023-09",
        "YEAR, 2024-12, 2023-01, 2023-12",
        "YEAR_TO_DATE, 2024-09, 2024-01, 2024-08",
        "YEAR_TO_DATE, 2024-01, 2023-01, 2023-12",
    })
    void followsOneOfItsOwnKind(PeriodSpan span, YearMonth month, YearMonth from, YearMonth to) {
        assertThat(span.before(span.of(month, ReportingCalendar.CALENDAR_MONTHS)))
                .isEqualTo(new ReportingPeriod(from, to, ReportingCalendar.CALENDAR_MONTHS));
    }

    @Test
    void comparesAPeriodCutShortWithTheSameMonths() {
        ReportingPeriod untilMay = PeriodSpan.SIX_MONTHS
                .of(YearMonth.of(2024, 6), ReportingCalendar.CALENDAR_MONTHS)
                .until(YearMonth.of(2024, 5));

        assertThat(PeriodSpan.SIX_MONTHS.before(untilMay).to()).isEqualTo(YearMonth.of(2023, 5));
    }
}
