package vn.hoso.figures.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Until when a month's figures are to be submitted, in days of Asia/Ho_Chi_Minh: each month has the day that was in force
 * for it, and a later change leaves it alone.
 *
 * @param settings at least one, the one decided last at the end
 * @param inUseSince the first month that is owed; null where every month is
 */
public record SubmissionDeadlines(
        List<Setting> settings, @Nullable YearMonth inUseSince) {

    /** The day of the next month from which on a month is late, where nobody has decided otherwise. */
    public static final int USUAL_DAY = 5;

    /**
     * A day that holds for a month and those after it.
     *
     * @param from the first month it holds for
     * @param day the last day in time, 1 to 28, of the month after
     */
    public record Setting(YearMonth from, int day) {

        public Setting {
            if (day < 1 || day > 28) {
                throw new IllegalArgumentException("a deadline's day must be 1 to 28 but is " + day);
            }
        }
    }

    public SubmissionDeadlines {
        if (settings.isEmpty()) {
            throw new IllegalArgumentException("no deadline is set");
        }
        // The order of decisions stays among those for the same month.
        settings = settings.stream().sorted(Comparator.comparing(Setting::from)).toList();
    }

    /** Where every month is owed. */
    public SubmissionDeadlines(List<Setting> settings) {
        this(settings, null);
    }

    /** The last day on which submitting is in time: in the month after. */
    public LocalDate of(YearMonth month) {
        return month.plusMonths(1).atDay(day(month));
    }

    /** The latest month whose deadline is over on a day. */
    public YearMonth lastOver(LocalDate day) {
        YearMonth month = YearMonth.from(day).minusMonths(1);
        return day.isAfter(of(month)) ? month : month.minusMonths(1);
    }

    /** How many days after the deadline a day is, 0 if it is in time; nothing is late before the first month of use. */
    public long daysLate(YearMonth month, LocalDate submitted) {
        if (inUseSince != null && month.isBefore(inUseSince)) {
            return 0;
        }
        return Math.max(0, ChronoUnit.DAYS.between(of(month), submitted));
    }

    /**
     * The same of a return that waits: one that was sent back, or that its unit opened again, is owed anew from that day on, since
     * the days before it lay with the reviewers.
     *
     * @param again the day it was sent back or opened, null for one that nobody has handed in
     */
    public long daysLate(YearMonth month, LocalDate today, @Nullable LocalDate again) {
        long late = daysLate(month, today);
        return again == null ? late : Math.min(late, Math.max(0, ChronoUnit.DAYS.between(again, today)));
    }

    /** The day in force for a month; months before the first setting have the first one's. */
    int day(YearMonth month) {
        int day = settings.get(0).day();
        for (Setting each : settings) {
            day = each.from().isAfter(month) ? day : each.day();
        }
        return day;
    }
}
