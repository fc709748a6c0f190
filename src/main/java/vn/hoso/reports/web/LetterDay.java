package vn.hoso.reports.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.domain.SubmissionDeadlines;
import vn.hoso.period.MonthDays;
import vn.hoso.shared.DateInput;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;

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

    /** That nobody has handed in these months, and since when; those sent back are told apart. */
    String missing(List<YearMonth> months, PageMessages wording) {
        YearMonth first = months.get(0);
        return wording.of(
                "reports.letter.missing",
                String.valueOf(months.size()),
                wording.list(months.stream().map(Formats::month).toList()),
                Formats.month(days.of(first)),
                Formats.date(deadlines.of(first)),
                Formats.count(deadlines.daysLate(first, today)));
    }

    /** "08, 09, 10/2024": a column has no room to name the year twelve times. */
    static String ofOneYear(List<YearMonth> months) {
        return months.stream()
                        .limit(months.size() - 1L)
                        .map(month -> Formats.month(month).substring(0, 2) + ", ")
                        .collect(Collectors.joining())
                + Formats.month(months.get(months.size() - 1));
    }

    /** The year of the latest month whose deadline is over: in early January that is the year before. */
    int yearOver() {
        return deadlines.lastOver(today).getYear();
    }
}
