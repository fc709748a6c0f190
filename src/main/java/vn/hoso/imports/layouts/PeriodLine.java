package vn.hoso.imports.layouts;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.imports.layouts.ComparableText.UnaccentedText;
import vn.hoso.period.MonthDays;
import vn.hoso.period.StoredMonth;

/**
 * From one day to another, as in "Từ ngày 01/10/2024 đến ngày 31/10/2024" or "từ 15/3 đến 14/4".
 *
 * @param begins where it begins in its text
 * @param ends where it ends
 * @param from its first day, null where that is no day of a calendar, or its year is not said
 * @param to its last day, null likewise
 * @param open both days where no year is said
 */
record PeriodLine(
        int begins,
        int ends,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable YearlessDays open) {

    private static final String BY = "\\s*(?:[/.-]|thang)\\s*";
    private static final String YEAR = "(?:\\s*(?:[/.-]|nam)\\s*(20[0-9]{2})|[/.]([0-9]{2}))";
    private static final String TO = "\\s*(?:-|den|toi)\\s*(?:het\\s+)?(?:ngay\\s+)?([0-9]{1,2})" + BY + "([0-9]{1,2})";
    private static final Pattern DAYS = Pattern.compile("(?:\\btu\\s+)?(?:ngay\\s+)?(?<![0-9])([0-9]{1,2})(?:" + BY
            + "([0-9]{1,2})" + YEAR + "?)?" + TO + YEAR + "(?![0-9])");
    /** Numbers with strokes may be anything, unless words say that they are days. */
    private static final Pattern OPEN = Pattern.compile(
            "(?:\\btu\\s+(?:ngay\\s+)?|\\bngay\\s+)([0-9]{1,2})" + BY + "([0-9]{1,2})" + YEAR + "?" + TO + "(?![0-9])");

    /** What makes the number behind it a month's. */
    private static final Pattern MONTH = Pattern.compile("(?:thang|thg|(?<![a-z])t)\\s*$");

    private static final int CENTURY = 2000;
    /** In which every day of any year is one. */
    private static final int LEAP_YEAR = 2000;

    /** Two days of a year that is not said. */
    record YearlessDays(MonthDay from, MonthDay to) {

        boolean are(StoredMonth month) {
            return MonthDay.from(month.firstDay()).equals(from)
                    && MonthDay.from(month.lastDay()).equals(to);
        }

        /** The month of a year, if it has exactly these days. */
        Optional<YearMonth> in(int year, MonthDays days) {
            YearMonth month = YearMonth.of(year, to.getMonthValue());
            return are(days.of(month)) ? Optional.of(month) : Optional.empty();
        }

        /** Whether they go from the first day of a month to the last of another, which is of the year or of the next. */
        boolean severalMonths(int year, MonthDays days) {
            return IntStream.of(year, year + 1)
                    .filter(to::isValidYear)
                    .mapToObj(this::until)
                    .anyMatch(line -> line.month(days).isEmpty() && line.severalMonths(days));
        }

        private PeriodLine until(int year) {
            LocalDate last = to.atYear(year);
            LocalDate first = from.atYear(year);
            return new PeriodLine(0, 0, first.isAfter(last) ? first.minusYears(1) : first, last, null);
        }
    }

    /** The first one in a text of {@link UnaccentedText}; its days are null where they are no days of a calendar. */
    static Optional<PeriodLine> in(String plain) {
        Matcher days = DAYS.matcher(plain);
        while (days.find()) {
            if (noDay(days, plain)) {
                continue;
            }
            String month = days.group(6);
            int year = year(days.group(7), days.group(8)).orElseThrow();
            LocalDate to = day(days.group(5), month, year);
            Optional<Integer> first = year(days.group(3), days.group(4));
            LocalDate from = day(days.group(1), days.group(2) == null ? month : days.group(2), first.orElse(year));
            if (first.isEmpty() && from != null && to != null && from.isAfter(to)) {
                from = from.minusYears(1);
            }
            return Optional.of(new PeriodLine(days.start(), days.end(), from, to, null));
        }
        Matcher open = OPEN.matcher(plain);
        return open.find() ? Optional.of(open(open)) : Optional.empty();
    }

    /**
     * Whether the first number, which stands alone, is a month's or anything: "T10 - 05.11.2024" names a month and a day, and a year
     * of two digits says of "10 - 05.11.24" no more.
     */
    private static boolean noDay(Matcher days, String plain) {
        boolean alone = days.group(2) == null;
        boolean said = days.start() < days.start(1);
        return alone
                && (!said && days.group(8) != null
                        || MONTH.matcher(plain.substring(0, days.start(1))).find());
    }

    private static PeriodLine open(Matcher days) {
        MonthDay from = day(days.group(1), days.group(2));
        MonthDay to = day(days.group(5), days.group(6));
        Optional<Integer> first = year(days.group(3), days.group(4));
        if (from == null || to == null || first.isEmpty()) {
            YearlessDays open = from == null || to == null ? null : new YearlessDays(from, to);
            return new PeriodLine(days.start(), days.end(), null, null, open);
        }
        LocalDate day = from.atYear(first.get());
        LocalDate last = to.atYear(first.get());
        return new PeriodLine(
                days.start(), days.end(), day, last.isBefore(day) ? to.atYear(first.get() + 1) : last, null);
    }

    /** The month that has exactly these days. */
    Optional<YearMonth> month(MonthDays days) {
        return from == null || to == null ? Optional.empty() : days.month(from, to);
    }

    /** Whether it goes from the first day of a month to the last of another. */
    boolean severalMonths(MonthDays days) {
        if (from == null || to == null) {
            return false;
        }
        YearMonth civil = YearMonth.from(from);
        return Stream.of(civil, civil.plusMonths(1))
                        .anyMatch(month -> days.of(month).firstDay().equals(from))
                && days.of(YearMonth.from(to)).lastDay().equals(to);
    }

    private static Optional<Integer> year(@Nullable String four, @Nullable String two) {
        return four != null
                ? Optional.of(Integer.valueOf(four))
                : Optional.ofNullable(two).map(digits -> CENTURY + Integer.parseInt(digits));
    }

    private static @Nullable MonthDay day(String day, String month) {
        LocalDate of = day(day, month, LEAP_YEAR);
        return of == null ? null : MonthDay.from(of);
    }

    private static @Nullable LocalDate day(String day, String month, int year) {
        int number = Integer.parseInt(month);
        if (number < 1 || number > 12) {
            return null;
        }
        YearMonth in = YearMonth.of(year, number);
        return in.isValidDay(Integer.parseInt(day)) ? in.atDay(Integer.parseInt(day)) : null;
    }
}
