package vn.hoso.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoso.shared.Formats;

class DeadlinesTest {

    private static Deadlines at(String instant, int day) {
        return new Deadlines(day, Clock.fixed(Instant.parse(instant), Formats.ZONE));
    }

    @ParameterizedTest(name = "{0} by {1}: {2} days late")
    @CsvSource({
        "2024-09, 2024-10-05, 0",
        "2024-09, 2024-10-06, 1",
        "2024-09, 2024-09-30, 0",
        "2024-12, 2025-01-05, 0",
        "2024-12, 2025-01-07, 2"
    })
    void theFifthOfTheNextMonthIsStillInTime(YearMonth month, LocalDate submitted, long late) {
        assertThat(at("2024-10-01T00:00:00Z", 5).daysLate(month, submitted)).isEqualTo(late);
    }

    @Test
    void theDayIsThatOfVietnam() {
        assertThat(at("2024-10-05T16:59:59Z", 5).daysLate(YearMonth.of(2024, 9)))
                .isZero();
        assertThat(at("2024-10-05T17:00:00Z", 5).daysLate(YearMonth.of(2024, 9)))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 29})
    void refusesADayThatNotEveryMonthHas(int day) {
        assertThatThrownBy(() -> at("2024-10-05T17:00:00Z", day)).isInstanceOf(IllegalArgumentException.class);
    }
}
