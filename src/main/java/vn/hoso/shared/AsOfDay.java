package vn.hoso.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Reads the day in an address that asks for figures as they were known then. */
@Component
public class AsOfDay {

    private static final int LONGEST_ECHO = 20;

    private final Clock clock;

    AsOfDay(Clock clock) {
        this.clock = clock;
    }

    /**
     * The day, not after today.
     *
     * @param text {@code 05/10/2024} or {@code 2024-10-05}
     * @throws UserFacingException if it is no day, or still to come
     */
    public LocalDate read(String text) {
        LocalDate day = parse(text.strip());
        LocalDate today = LocalDate.now(clock);
        if (day.isAfter(today)) {
            throw new UserFacingException(
                    HttpStatus.BAD_REQUEST, "error.known.future", Formats.date(day), Formats.date(today));
        }
        return day;
    }

    private static LocalDate parse(String text) {
        LocalDate day = DateInput.read(text);
        // Before 2000 nothing was kept.
        if (day == null || day.getYear() < 2000) {
            String echo = text.length() <= LONGEST_ECHO ? text : text.substring(0, LONGEST_ECHO) + "…";
            throw new UserFacingException(HttpStatus.BAD_REQUEST, "error.known.no-day", echo);
        }
        return day;
    }

    /** The instant at which the day is over. */
    public static Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(Formats.ZONE).toInstant();
    }
}
