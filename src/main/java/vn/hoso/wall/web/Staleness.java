package vn.hoso.wall.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.domain.SubmissionDeadlines;
import vn.hoso.results.ResultsCoverage;
import vn.hoso.results.YearResults;

/**
 * Why a screen that nobody looks after should not be believed any more.
 *
 * @param since when the figures last changed, if that is too long ago
 * @param overdue the months whose deadline is over and of which returns are missing, in order
 */
record Staleness(@Nullable Instant since, List<YearMonth> overdue) {

    /**
     * Judges.
     *
     * @param deadlines until when each month's figures are in time
     * @param longest how old figures may be
     */
    static Staleness of(YearResults results, Clock clock, SubmissionDeadlines deadlines, Duration longest) {
        Instant changed = results.dataAsOf();
        boolean old = changed != null && changed.plus(longest).isBefore(clock.instant());
        return new Staleness(
                old ? changed : null, overdue(results, deadlines, deadlines.lastOver(LocalDate.now(clock))));
    }

    /** Those of the period in which returns are missing, and those after it, of which nobody has reported anything. */
    private static List<YearMonth> overdue(YearResults results, SubmissionDeadlines deadlines, YearMonth last) {
        Stream<YearMonth> missing = results.publication() == null
                ? results.coverage().missing().stream().map(ResultsCoverage.MissingMonth::month)
                : Stream.of();
        YearMonth inUse = deadlines.inUseSince();
        Stream<YearMonth> after = Stream.iterate(
                        results.period().to().plusMonths(1),
                        month -> !month.isAfter(last),
                        month -> month.plusMonths(1))
                .filter(month -> inUse == null || !month.isBefore(inUse));
        return Stream.concat(missing.filter(month -> !month.isAfter(last)), after)
                .toList();
    }
}
