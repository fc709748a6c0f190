package vn.hoso.figures;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Until when a month's figures are to be submitted, in days of Asia/Ho_Chi_Minh. */
@Component
public class Deadlines {

    private final int day;
    private final Clock clock;

    Deadlines(@Value("${hoso.deadline-day:5}") int day, Clock clock) {
        if (day < 1 || day > 28) {
            throw new IllegalArgumentException("hoso.deadline-day must be 1 to 28 but is " + day);
        }
        this.day = day;
        this.clock = clock;
    }

    /** The last day on which submitting is in time: in the month after. */
    public LocalDate of(YearMonth month) {
        return month.plusMonths(1).atDay(day);
    }

    /** How many days after the deadline a day is, 0 if it is in time. */
    public long daysLate(YearMonth month, LocalDate submitted) {
        return Math.max(0, ChronoUnit.DAYS.between(of(month), submitted));
    }

    /** How many days late a return is that has not been submitted today, 0 before the deadline is over. */
    public long daysLate(YearMonth month) {
        return daysLate(month, LocalDate.now(clock));
    }
}
