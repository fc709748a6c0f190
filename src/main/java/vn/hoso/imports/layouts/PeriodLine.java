package vn.hoso.imports.layouts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** From one day to another, as in "Từ ngày 01/10/2024 đến ngày 31/10/2024". */
record PeriodLine(
        int begins,
        int ends,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    private static final String BY = "\\s*(?:[/.-]|thang)\\s*";
    private static final String YEAR = "\\s*(?:[/.-]|nam)\\s*(20[0-9]{2})";
    private static final Pattern DAYS = Pattern.compile("(?:\\btu\\s+)?(?:ngay\\s+)?(?<![0-9])([0-9]{1,2})(?:" + BY
            + "([0-9]{1,2})(?:" + YEAR + ")?)?\\s*(?:-|den|toi)\\s*(?:het\\s+)?(?:ngay\\s+)?([0-9]{1,2})" + BY
            + "([0-9]{1,2})" + YEAR + "(?![0-9])");

    /** The first one in a text of {@link UnaccentedText}; its days are null where they are no days of a calendar. */
    static Optional<PeriodLine> in(String plain) {
        Matcher days = DAYS.matcher(plain);
        if (!days.find()) {
            return Optional.empty();
        }
        String year = days.group(6);
        String month = days.group(5);
        LocalDate to = day(days.group(4), month, year);
        LocalDate from = day(
                days.group(1),
                days.group(2) == null ? month : days.group(2),
                days.group(3) == null ? year : days.group(3));
        return Optional.of(new PeriodLine(days.start(), days.end(), from, to));
    }

    /** The month, if it is exactly one from its first day to its last. */
    Optional<YearMonth> month() {
        if (from == null || to == null) {
            return Optional.empty();
        }
        YearMonth month = YearMonth.from(from);
        return from.equals(month.atDay(1)) && to.equals(month.atEndOfMonth()) ? Optional.of(month) : Optional.empty();
    }

    /** Whether it goes from the first day of a month to the last of another. */
    boolean severalMonths() {
        return from != null
                && to != null
                && from.getDayOfMonth() == 1
                && to.equals(YearMonth.from(to).atEndOfMonth());
    }

    private static @Nullable LocalDate day(String day, String month, String year) {
        int number = Integer.parseInt(month);
        if (number < 1 || number > 12) {
            return null;
        }
        YearMonth in = YearMonth.of(Integer.parseInt(year), number);
        return in.isValidDay(Integer.parseInt(day)) ? in.atDay(Integer.parseInt(day)) : null;
    }
}
