package vn.hoso.wall.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hoso.figures.domain.SubmissionDeadlines;
import vn.hoso.figures.domain.SubmissionDeadlines.Setting;
import vn.hoso.results.SampleResults;
import vn.hoso.results.YearResults;
import vn.hoso.shared.Formats;

/** When a screen says that it should not be believed: nine months of 2024, in the last of which returns are missing. */
class StalenessTest {

    private static final YearResults NINE_MONTHS = SampleResults.provisional2024();

    private static Staleness on(YearResults results, Instant now, Duration longest) {
        return Staleness.of(
                results,
                Clock.fixed(now, Formats.ZONE),
                new SubmissionDeadlines(List.of(new Setting(YearMonth.of(2021, 1), SubmissionDeadlines.USUAL_DAY))),
                longest);
    }

    @ParameterizedTest
    @CsvSource({
        // The deadline of August: nothing of it is missing.
        "2024-09-06,",
        // Up to the end of the deadline of September nothing is overdue.
        "2024-10-05,",
        "2024-10-06, 09/2024",
        "2024-11-05, 09/2024",
        // Of October nobody reported anything.
        "2024-11-06, 09/2024–10/2024",
        "2025-01-06, 09/2024–12/2024",
    })
    void aMonthIsOverdueOnceItsDeadlineIsOver(LocalDate today, @Nullable String overdue) {
        Instant noon = today.atTime(12, 0).atZone(Formats.ZONE).toInstant();
        assertThat(on(NINE_MONTHS, noon, Duration.ofDays(10_000)).overdue())
                .satisfies(months -> assertThat(String.join(", ", WallView.runs(List.copyOf(months))))
                        .isEqualTo(Objects.requireNonNullElse(overdue, "")));
    }

    @Test
    void monthsThatFollowEachOtherAreSaidAsOne() {
        assertThat(WallView.runs(Stream.of("2023-12", "2024-01", "2024-03", "2024-07", "2024-08", "2024-09")
                        .map(YearMonth::parse)
                        .toList()))
                .containsExactly("12/2023–01/2024", "03/2024", "07/2024–09/2024");
    }

    @Test
    void figuresAreOldOnceTheyHaveNotChangedForLonger() {
        Instant changed = Objects.requireNonNull(NINE_MONTHS.dataAsOf());
        Duration longest = Duration.ofDays(45);
        assertThat(on(NINE_MONTHS, changed.plus(longest), longest).since()).isNull();
        assertThat(on(NINE_MONTHS, changed.plus(longest).plusMillis(1), longest).since())
                .isEqualTo(changed);
    }
}
