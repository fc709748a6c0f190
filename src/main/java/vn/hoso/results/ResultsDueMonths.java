package vn.hoso.results;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.hoso.figures.StoredMonthQueries;
import vn.hoso.figures.StoredMonthQueries.YearWithFigures;
import vn.hoso.figures.SubmissionDeadlineQueries;
import vn.hoso.figures.domain.FiguresAsOf;
import vn.hoso.figures.domain.SubmissionDeadlines;
import vn.hoso.period.ReportingPeriod;

/** As far as the returns of a period are expected by today. */
@Component
class ResultsDueMonths {

    private final StoredMonthQueries storedMonths;
    private final SubmissionDeadlineQueries deadlines;
    private final Clock clock;

    ResultsDueMonths(StoredMonthQueries storedMonths, SubmissionDeadlineQueries deadlines, Clock clock) {
        this.storedMonths = storedMonths;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * The last month of a period whose returns are expected: its deadline is over, or somebody has reported it or a later one.
     * The month before the period where it has none.
     */
    YearMonth last(ReportingPeriod period, FiguresAsOf asOf) {
        LocalDate today = LocalDate.now(clock);
        // No deadline is later than the end of the month after.
        if (today.isAfter(period.to().plusMonths(1).atEndOfMonth())) {
            return period.to();
        }
        YearMonth before = period.from().minusMonths(1);
        YearMonth reached = storedMonths.years(asOf).stream()
                .filter(found -> found.year() == period.from().getYear())
                .map(YearWithFigures::lastMonth)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(before);
        SubmissionDeadlines days = deadlines.deadlines();
        return period.months().stream()
                .filter(month -> !month.isAfter(reached) || days.of(month).isBefore(today))
                .reduce(before, (earlier, later) -> later);
    }
}
