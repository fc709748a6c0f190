package vn.hoso.wall.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.domain.SubmissionDeadlines;
import vn.hoso.results.YearResults;

/**
 * Why a screen that nobody looks after should not be believed any more.
 *
 * @param since when the figures last changed, if that is too long ago
 * @param overdue the latest month whose deadline is over, if returns of it are missing
 */
record Staleness(@Nullable Instant since, @Nullable YearMonth overdue) {

    /**
     * Judges.
     *
     * @param deadlines until when each month's figures are in time
     * @param longest how old figures may be
     */
    static Staleness of(YearResults results, Clock clock, SubmissionDeadlines deadlines, Duration longest) {
        Instant changed = results.dataAsOf();
        boolean old = changed != null && changed.plus(longest).isBefore(clock.instant());
        YearMonth due = deadlines.lastOver(LocalDate.now(clock));
        return new Staleness(old ? changed : null, missing(results, due) ? due : null);
    }

    private static boolean missing(YearResults results, YearMonth month) {
        return results.period().to().isBefore(month)
                || (results.publication() == null
                        && results.coverage().missing().stream()
                                .anyMatch(each -> each.month().equals(month)));
    }
}
