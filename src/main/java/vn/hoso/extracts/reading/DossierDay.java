package vn.hoso.extracts.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.hoso.shared.Formats;

/** Days as lists write them. */
final class DossierDay {

    private static final Pattern DAY_FIRST = Pattern.compile(
            "(?:\\d{1,2}:\\d{2}(?::\\d{2})?\\s+)?(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})(?!\\d).*", Pattern.DOTALL);
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})[/-](\\d{1,2})[/-](\\d{1,2})(?!\\d).*", Pattern.DOTALL);

    /**
     * A moment with its distance from UTC, as programs write it. Without seconds and after a blank, what follows the time may be the
     * end of a span: 08:00-11:30.
     */
    private static final Pattern ZONED = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:T(\\d{2}:\\d{2}(?::\\d{2})?)"
            + "|\\s+(\\d{2}:\\d{2}:\\d{2}|\\d{2}:\\d{2}(?=\\s*Z)))(?:[.,]\\d+)?\\s*(Z|[+-]\\d{2}(?::?\\d{2})?)");

    private static final Pattern SERIAL = Pattern.compile("(\\d{5})(?:[,.]\\d+)?");
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    private static final int LATER_EPOCH = 1_462;

    private DossierDay() {}

    /**
     * The day in a cell, as it was in Vietnam: day, month and year, a moment with its distance from UTC, or the number by which a
     * spreadsheet counts days; null if it is none.
     */
    static @Nullable LocalDate of(String text, boolean from1904) {
        Matcher zoned = ZONED.matcher(text);
        Matcher dayFirst = DAY_FIRST.matcher(text);
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        Matcher serial = SERIAL.matcher(text);
        try {
            if (zoned.matches()) {
                String time = Objects.requireNonNullElse(zoned.group(2), zoned.group(3));
                LocalDate day = LocalDateTime.parse(zoned.group(1) + "T" + time)
                        .atOffset(ZoneOffset.of(zoned.group(4)))
                        .atZoneSameInstant(Formats.ZONE)
                        .toLocalDate();
                return inRange(day.getYear()) ? day : null;
            }
            if (dayFirst.matches()) {
                return day(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1));
            }
            if (yearFirst.matches()) {
                return day(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3));
            }
            if (serial.matches()) {
                LocalDate day = EPOCH.plusDays(Integer.parseInt(serial.group(1)) + (from1904 ? LATER_EPOCH : 0));
                return inRange(day.getYear()) ? day : null;
            }
            return null;
        } catch (DateTimeException none) {
            return null;
        }
    }

    private static @Nullable LocalDate day(String year, String month, String day) {
        int number = Integer.parseInt(year);
        return inRange(number) ? LocalDate.of(number, Integer.parseInt(month), Integer.parseInt(day)) : null;
    }

    private static boolean inRange(int year) {
        return year >= 2000 && year <= 2100;
    }
}
