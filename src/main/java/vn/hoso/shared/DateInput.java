package vn.hoso.shared;

import java.text.ParseException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.Formatter;
import org.springframework.stereotype.Component;

/** Reads a day as users write it or as a date field sends it. Binds every {@link LocalDate} of a form. */
@Component
public final class DateInput implements Formatter<LocalDate> {

    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    /** No day of an office lies before or after these; what does is a slip of the hand. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2199;

    @Override
    public LocalDate parse(String text, Locale locale) throws ParseException {
        LocalDate day = read(text);
        if (day == null) {
            throw new ParseException(text, 0);
        }
        return day;
    }

    /** As a date field takes it. */
    @Override
    public String print(LocalDate day, Locale locale) {
        return day.toString();
    }

    /**
     * The day; null if it is none of the calendar's, or of another century than anybody means.
     *
     * @param text {@code 5/10/2024}, {@code 05/10/2024} or {@code 2024-10-05}, with or without blanks around
     */
    public static @Nullable LocalDate read(String text) {
        String typed = text.strip();
        try {
            LocalDate day = typed.contains("/") ? LocalDate.parse(typed, WRITTEN) : LocalDate.parse(typed);
            return day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR ? null : day;
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    /** The day of a text that is known to be one. */
    public static LocalDate day(String text) {
        return Objects.requireNonNull(read(text));
    }

    /** The day if it lies between these two, both included; else null. */
    public static @Nullable LocalDate readBetween(String text, LocalDate first, LocalDate last) {
        LocalDate day = read(text);
        return day == null || day.isBefore(first) || day.isAfter(last) ? null : day;
    }
}
