package vn.hoso.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hoso.audit.Change;
import vn.hoso.audit.TrailFilter;
import vn.hoso.audit.TrailLine;
import vn.hoso.audit.TrailSearch;

/** Reads when a month was locked and opened again; the month's row knows the last time only, the trail all of them. */
@Component
public class MonthLockQueries {

    private static final int MOST = 100;

    private final TrailSearch trail;
    private final ReportingMonths months;

    MonthLockQueries(TrailSearch trail, ReportingMonths months) {
        this.trail = trail;
        this.months = months;
    }

    /**
     * A month locked or opened again.
     *
     * @param until the last day on which it is open again, null where it was locked
     * @param reason why it was opened again
     */
    public record Turn(
            String by,
            Instant at,
            @Nullable LocalDate until,
            @Nullable String reason) {}

    /** The latest first. */
    public List<Turn> of(YearMonth month) {
        List<Turn> told = Stream.of("figures.locked", "figures.reopened")
                .flatMap(action ->
                        trail.lines(new TrailFilter(null, null, month, action, null, null), null, MOST).stream())
                .map(MonthLockQueries::turn)
                .sorted(Comparator.comparing(Turn::at).reversed())
                .toList();
        return told.isEmpty() ? untold(month) : told;
    }

    private static Turn turn(TrailLine line) {
        LocalDate until = line.changes().stream()
                .filter(change -> change.field().equals("reopenedUntil") && change.after() != null)
                .map(Change::after)
                .map(LocalDate::parse)
                .findFirst()
                .orElse(null);
        return new Turn(line.person(), line.at(), until, line.reason());
    }

    /** Months that came locked, as the demonstration's do, have no line in the trail. */
    private List<Turn> untold(YearMonth month) {
        return months.findById(month.atDay(1)).flatMap(ReportingMonth::locking).stream()
                .toList();
    }
}
