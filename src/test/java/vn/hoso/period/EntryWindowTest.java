package vn.hoso.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryWindowTest {

    private final EntryWindow window = new EntryWindow(YearMonth.of(2023, 1), YearMonth.of(2024, 10));

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2022-12, BEFORE",
        "2023-01, INSIDE",
        "2023-02, INSIDE",
        "2024-09, INSIDE",
        "2024-10, INSIDE",
        "2024-11, FUTURE",
        "2025-01, FUTURE",
    })
    void includesItsFirstAndTheCurrentMonth(YearMonth month, EntryWindow.Place place) {
        assertThat(window.place(month)).isEqualTo(place);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"2022, false", "2023, true", "2024, true", "2025, false"})
    void holdsTheYearsFromTheFirstToTheCurrentOne(int year, boolean holds) {
        assertThat(window.holdsYear(year)).isEqualTo(holds);
        assertThat(window.years().contains(year)).isEqualTo(holds);
    }

    @Test
    void listsItsYearsInOrder() {
        assertThat(window.years()).containsExactly(2023, 2024);
    }

    @Test
    void mayBeASingleMonth() {
        YearMonth only = YearMonth.of(2024, 10);
        EntryWindow single = new EntryWindow(only, only);

        assertThat(single.place(only)).isEqualTo(EntryWindow.Place.INSIDE);
        assertThat(single.years()).containsExactly(2024);
    }
}
