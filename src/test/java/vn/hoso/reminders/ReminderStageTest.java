package vn.hoso.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReminderStageTest {

    @ParameterizedTest
    @CsvSource({
        "2024-11-02, ",
        "2024-11-03, BEFORE",
        "2024-11-04, BEFORE",
        "2024-11-05, ON",
        "2024-11-06, AFTER",
        "2024-11-12, AFTER",
        "2024-11-13, "
    })
    void isQuietExceptAroundTheDeadline(LocalDate today, ReminderStage stage) {
        assertThat(ReminderStage.of(today, LocalDate.of(2024, 11, 5)).orElse(null))
                .isEqualTo(stage);
    }
}
