package vn.hoso.reports.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.domain.SubmissionDeadlines;
import vn.hoso.period.MonthDays;
import vn.hoso.shared.DateInput;

/**
 * When a letter is written, and when returns and answers are due.
 *
 * @param days those of the months that are named
 * @param typed the last day of what is asked as typed, empty for a week from today
 */
record LetterDay(LocalDate today, SubmissionDeadlines deadlines, MonthDays days, String typed) {

    /** Days from writing to the last day of what is asked. */
    private static final int DAYS_TO_ANSWER = 7;

    private static final int LONGEST_MONTHS = 12;

    /** Whether what was typed is no day from today on, within a year. */
    boolean wrong() {
        return !typed.isBlank() && given() == null;
    }

    LocalDate answerBy() {
        LocalDate given = given();
        return given == null ? today.plusDays(DAYS_TO_ANSWER) : given;
    }

    private @Nullable LocalDate given() {
        return DateInput.readBetween(typed, today, today.plusMonths(LONGEST_MONTHS));
    }

    /** The year of the latest month whose deadline is over: in early January that is the year before. */
    int yearOver() {
        return deadlines.lastOver(today).getYear();
    }
}
